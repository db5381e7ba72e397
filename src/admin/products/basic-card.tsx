import { Input, Select } from 'antd'
import type { StaffCategory } from '@/contract/staff-catalog'
import type { CategoryId, DeliveryTemplateId } from '@/domain/ids'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Field } from '../parts/field'
import { Card } from '../parts/page'
import { categoryChoices } from './category-choices'
import { editorCopy } from './copy'
import type { Draft } from './draft'

type Props = { draft: Draft; categories: readonly StaffCategory[]; onChange: (values: Partial<Draft>) => void }

const words = editorCopy.basic

export const BasicCard = ({ draft, categories, onChange }: Props) => {
  const can = useCan()
  const { data } = useCloud('staff-store', 'deliveryTemplates', {}, { isOff: !can('store.read') })
  const templates = (data?.templates ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Card title={words.title}>
      <div className="fields">
        <Field label={words.name} isWide>
          <Input
            value={draft.title}
            maxLength={60}
            showCount
            onChange={(event) => onChange({ title: event.target.value })}
          />
        </Field>
        <Field label={words.category}>
          <Select<CategoryId>
            value={draft.categoryId}
            options={categoryChoices(categories)}
            onChange={(categoryId) => onChange({ categoryId })}
          />
        </Field>
        <Field label={words.origin}>
          <Input
            value={draft.origin}
            maxLength={30}
            placeholder={words.originHint}
            onChange={(event) => onChange({ origin: event.target.value })}
          />
        </Field>
        <Field label={words.delivery}>
          <Select<DeliveryTemplateId | ''>
            value={draft.deliveryTemplateId ?? ''}
            options={[{ value: '', label: words.deliveryDefault }, ...templates]}
            onChange={(id) => onChange({ deliveryTemplateId: id || null })}
          />
        </Field>
        <Field label={words.unit}>
          <Input
            value={draft.unit}
            maxLength={10}
            placeholder={words.unitHint}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        </Field>
      </div>
    </Card>
  )
}
