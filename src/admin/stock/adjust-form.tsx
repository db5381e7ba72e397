import { useState } from 'react'
import { Form, Input, InputNumber, Segmented } from 'antd'
import type { CallInput } from '@/contract/index'
import { newRequestId } from '../cloud/call'
import { useAct } from '../cloud/use-act'
import { countText, signedText } from '../parts/count-text'
import { FormDialog } from '../parts/form-dialog'
import { copy } from './copy'
import type { LedgerSku } from './ledger'

type Kind = CallInput<'staff-catalog', 'adjustStock'>['kind']
type Draft = { kind: Kind; change: number; reason: string }

const words = copy.form
const kinds = (Object.keys(words.kinds) as Kind[]).map((value) => ({ value, label: words.kinds[value] }))

export const AdjustForm = ({ sku, onClose }: { sku: LedgerSku; onClose: () => void }) => {
  const [requestId] = useState(newRequestId)
  const [form] = Form.useForm<Draft>()
  const change = (Form.useWatch('change', form) as number | null | undefined) ?? 0
  const after = sku.available + change
  const adjust = useAct('staff-catalog', 'adjustStock', words.refusals, {
    done: ({ available }) => words.done(countText(available)),
    touches: ['staff-order'],
    onDone: onClose,
  })
  return (
    <FormDialog<Draft>
      title={words.title}
      note={sku.name}
      form={form}
      initial={{ kind: 'received', reason: '' }}
      act={words.act(signedText(change))}
      isBusy={adjust.isBusy}
      isOff={change === 0 || after < 0}
      onClose={onClose}
      onSubmit={(draft) => adjust.run({ skuId: sku.skuId, requestId, ...draft })}
    >
      <Form.Item name="kind" label={words.kind}>
        <Segmented options={kinds} />
      </Form.Item>
      <Form.Item
        name="change"
        label={words.change}
        rules={[{ required: true, message: words.wanted }]}
        extra={after < 0 ? words.below : words.after(countText(sku.available), countText(after))}
      >
        <InputNumber
          autoFocus
          precision={0}
          min={-1_000_000}
          max={1_000_000}
          placeholder={words.changeHint}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, message: words.wanted }]}
      >
        <Input maxLength={80} placeholder={words.reasonHint} />
      </Form.Item>
    </FormDialog>
  )
}
