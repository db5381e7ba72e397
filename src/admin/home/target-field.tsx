import { Input, Select } from 'antd'
import type { CategoryId } from '@/domain/ids'
import { useCloud } from '../cloud/use-cloud'
import { Field } from '../parts/field'
import { ProductPicker } from '../parts/product-picker'
import { categoryChoices } from '../products/category-choices'
import { copy } from './copy'
import type { DraftTarget } from './draft'

type Props = { target: DraftTarget; onChange: (target: DraftTarget) => void }

const kinds = (Object.keys(copy.targets) as DraftTarget['to'][]).map((value) => ({ value, label: copy.targets[value] }))

const emptyTarget = (to: DraftTarget['to']): DraftTarget => {
  if (to === 'product' || to === 'category') return { to, id: null }
  return to === 'search' ? { to, text: '' } : { to }
}

export const TargetField = ({ target, onChange }: Props) => (
  <Field label={copy.target}>
    <span className="target-field">
      <Select<DraftTarget['to']>
        value={target.to}
        options={kinds}
        style={{ width: 96 }}
        onChange={(to) => onChange(emptyTarget(to))}
      />
      {target.to === 'search' && (
        <Input
          value={target.text}
          maxLength={40}
          placeholder={copy.searchText}
          onChange={(event) => onChange({ to: 'search', text: event.target.value })}
        />
      )}
      {target.to === 'category' && (
        <CategorySelect id={target.id} onChange={(id) => onChange({ to: 'category', id })} />
      )}
      {target.to === 'product' && (
        <ProductPicker
          value={target.id}
          placeholder={copy.pickProduct}
          onPick={({ id }) => onChange({ to: 'product', id })}
        />
      )}
    </span>
  </Field>
)

const CategorySelect = ({ id, onChange }: { id: CategoryId | null; onChange: (id: CategoryId) => void }) => {
  const { data } = useCloud('staff-catalog', 'categories', {})
  return (
    <Select<CategoryId>
      value={id}
      placeholder={copy.pickCategory}
      options={categoryChoices(data?.categories ?? [])}
      style={{ flex: 1, minWidth: 0 }}
      onChange={onChange}
    />
  )
}
