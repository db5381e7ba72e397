/** The two levels of categories: name, picture, order, hidden or not. */
import { useState } from 'react'
import { Button, Drawer } from 'antd'
import type { StaffCategory } from '@/contract/staff-catalog'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { moved } from '../parts/moved'
import { Picture } from '../parts/picture'
import { PlaceKeys } from '../parts/place-keys'
import { Failed, Skeleton } from '../parts/states'
import { shade } from '../theme'
import { inOrder } from './category-choices'
import { CategoryForm } from './category-form'
import type { CategoryDraft } from './category-form'
import { categoryCopy as copy } from './copy'

export const CategoriesDrawer = ({ onClose }: { onClose: () => void }) => {
  const { data, error, refetch } = useCloud('staff-catalog', 'categories', {})
  const [draft, setDraft] = useState<CategoryDraft>()
  const can = useCan()
  const categories = data?.categories ?? []
  return (
    <Drawer
      open
      size={480}
      title={copy.title}
      onClose={onClose}
      closable={{ placement: 'end' }}
      styles={{ mask: { background: shade.mask } }}
      extra={
        can('product.write') && (
          <Button onClick={() => setDraft({ name: '', parentId: null, picture: null, isHidden: false })}>
            {copy.create}
          </Button>
        )
      }
    >
      <p className="aside">{copy.note}</p>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      <ul className="categories">
        {inOrder(categories).map((category) => (
          <CategoryRow
            key={category.id}
            category={category}
            siblings={categories.filter(({ parentId }) => parentId === category.parentId)}
            products={productsIn(categories, category)}
            onEdit={setDraft}
          />
        ))}
      </ul>
      {draft && (
        <CategoryForm
          draft={draft}
          tops={categories.filter(({ parentId, id }) => parentId === null && id !== draft.id)}
          onClose={() => setDraft(undefined)}
        />
      )}
    </Drawer>
  )
}

/** What lies in it and in what stands below it. */
const productsIn = (categories: readonly StaffCategory[], { id }: StaffCategory): number =>
  categories.reduce((sum, other) => (other.id === id || other.parentId === id ? sum + other.products : sum), 0)

type RowProps = {
  category: StaffCategory
  siblings: readonly StaffCategory[]
  products: number
  onEdit: (draft: CategoryDraft) => void
}

const CategoryRow = ({ category, siblings, products, onEdit }: RowProps) => {
  const { id, parentId, name, picture, isHidden } = category
  const can = useCan()
  const arrange = useAct('staff-catalog', 'arrangeCategories', copy.arrangeRefusals)
  const at = siblings.indexOf(category)
  const move = (to: number): void =>
    void arrange.run({ parentId, order: moved(siblings, at, to).map((sibling) => sibling.id) })
  return (
    <li className={parentId ? 'is-child' : ''}>
      {!parentId && <Picture picture={picture} size={32} />}
      <span className="categories__name">
        {name} <span className="aside">{isHidden ? copy.isHidden : copy.products(products)}</span>
      </span>
      {can('product.write') && (
        <span className="categories__tools">
          {!parentId && (
            <Button
              size="small"
              type="text"
              onClick={() => onEdit({ name: '', parentId: id, picture: null, isHidden: false })}
            >
              {copy.createChild}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => onEdit({ id, name, parentId, picture, isHidden })}>
            {copy.edit}
          </Button>
          <PlaceKeys at={at} count={siblings.length} isBusy={arrange.isBusy} onMove={move} />
        </span>
      )}
    </li>
  )
}
