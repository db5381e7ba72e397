import { Form, InputNumber, Segmented, Select } from 'antd'
import { addFen, fen, rateOfFen } from '@/domain/money'
import type { Fen } from '@/domain/money'
import { FormDialog } from '../parts/form-dialog'
import { YuanField } from '../parts/yuan-field'
import { editorCopy } from './copy'
import type { Draft, PriceField } from './draft'

type Mode = 'set' | 'add' | 'percent'
type Fields = { field: PriceField; mode: Mode; amountFen?: Fen; yuan?: number; percent?: number }

const words = editorCopy.bulk
const names = editorCopy.skus
const fieldChoices: { value: PriceField; label: string }[] = [
  { value: 'priceFen', label: names.price },
  { value: 'memberPriceFen', label: names.memberPrice },
  { value: 'marketPriceFen', label: names.marketPrice },
  { value: 'costFen', label: names.cost },
]
const modes = (Object.keys(words.modes) as Mode[]).map((value) => ({ value, label: words.modes[value] }))

/** The new price of one row; a row without a price stays so unless all are set. Never below one fen. */
const bulkPrice = (old: Fen | null, { mode, amountFen, yuan, percent }: Fields): Fen | null => {
  const atLeastOne = (price: Fen): Fen => fen(Math.max(1, price))
  if (mode === 'set') return amountFen ?? old
  if (old === null) return null
  if (mode === 'add') return atLeastOne(addFen(old, fen(Math.round((yuan ?? 0) * 100))))
  return atLeastOne(rateOfFen(old, Math.round((percent ?? 100) * 100)))
}

type Props = { draft: Draft; onDraft: (draft: Draft) => void; onClose: () => void }

export const BulkPrice = ({ draft, onDraft, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const mode = (Form.useWatch('mode', form) as Mode | undefined) ?? 'set'
  const wanted = [{ required: true, message: words.wanted }]
  return (
    <FormDialog<Fields>
      title={words.title}
      note={words.note}
      form={form}
      initial={{ field: 'priceFen', mode: 'set' }}
      act={words.act(draft.skus.length)}
      width={400}
      isBusy={false}
      onClose={onClose}
      onSubmit={(fields) => {
        const { field } = fields
        onDraft({ ...draft, skus: draft.skus.map((sku) => ({ ...sku, [field]: bulkPrice(sku[field], fields) })) })
        onClose()
      }}
    >
      <Form.Item name="field" label={words.field}>
        <Select options={fieldChoices} />
      </Form.Item>
      <Form.Item name="mode" label={words.how}>
        <Segmented options={modes} />
      </Form.Item>
      {mode === 'set' && (
        <Form.Item name="amountFen" rules={wanted}>
          <YuanField />
        </Form.Item>
      )}
      {mode === 'add' && (
        <Form.Item name="yuan" rules={wanted}>
          <InputNumber precision={2} prefix="¥" style={{ width: '100%' }} />
        </Form.Item>
      )}
      {mode === 'percent' && (
        <Form.Item name="percent" rules={wanted} extra={words.percentHint}>
          <InputNumber min={1} max={1000} precision={1} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
