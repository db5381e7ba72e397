/** The two levels of categories: name, picture, order, hidden or not. */
import { useState } from 'react'
import { Button, Drawer } from 'antd'
import type { StaffCategory } from '@/contract/staff-catalog'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { copy as words } from '../parts/copy'
import { Icon } from '../parts/icon'
import { Picture } from '../parts/picture'
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

type RowProps = {
  category: StaffCategory
  siblings: readonly StaffCategory[]
  onEdit: (draft: CategoryDraft) => void
}

const CategoryRow = ({ category, siblings, onEdit }: RowProps) => {
  const { id, parentId, name, picture, isHidden, products } = category
  const can = useCan()
  const save = useAct('staff-catalog', 'saveCategory', copy.refusals)
  const place = siblings.indexOf(category)

  /** The siblings are numbered anew, so that gaps and ties of earlier orders don't matter. */
  const move = async (to: number): Promise<void> => {
    const order = siblings.filter((other) => other !== category)
    order.splice(to, 0, category)
    for (const [position, { products: _, picture: icon, ...sibling }] of order.entries()) {
      const tone = icon && { ...icon, tone: [...icon.tone] as [string, string] }
      if (!(await save.run({ ...sibling, picture: tone, position }))) return
    }
  }
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
          <Button
            size="small"
            type="text"
            aria-label={words.moveUp}
            icon={<Icon name="up" size={12} />}
            disabled={place === 0 || save.isBusy}
            onClick={() => void move(place - 1)}
          />
          <Button
            size="small"
            type="text"
            aria-label={words.moveDown}
            icon={<Icon name="down" size={12} />}
            disabled={place === siblings.length - 1 || save.isBusy}
            onClick={() => void move(place + 1)}
          />
        </span>
      )}
    </li>
  )
}
