import { Form, Input } from 'antd'
import type { Fen } from '@/domain/money'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import { Money, moneyText } from '../parts/money'
import { YuanField } from '../parts/yuan-field'
import type { FormProps } from './act-form'
import { copy } from './acts-copy'

type Draft = { totalFen: Fen; reason: string }

const words = copy.price

export const PriceForm = ({ order, onClose }: FormProps) => {
  const [form] = Form.useForm<Draft>()
  const next = Form.useWatch('totalFen', form) as Fen | undefined
  const change = useAct('staff-order', 'changePrice', words.refusals, { done: words.done, onDone: onClose })
  return (
    <FormDialog<Draft>
      title={words.title}
      note={words.note}
      form={form}
      act={words.act(moneyText(next ?? order.totalFen))}
      isBusy={change.isBusy}
      isOff={!next || next >= order.totalFen}
      onClose={onClose}
      onSubmit={(draft) => change.run({ orderId: order.id, ...draft })}
    >
      <p>
        {words.now} <Money amount={order.totalFen} />
      </p>
      <Form.Item name="totalFen" label={words.next} rules={[{ required: true, message: words.wanted }]}>
        <YuanField autoFocus />
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
