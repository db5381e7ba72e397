import { useState } from 'react'
import { Checkbox, Form, Input } from 'antd'
import { ZERO } from '@/domain/money'
import { newRequestId } from '../cloud/call'
import { useAct } from '../cloud/use-act'
import { useCloud } from '../cloud/use-cloud'
import { FormDialog } from '../parts/form-dialog'
import { Money, moneyText } from '../parts/money'
import type { FormProps } from './act-form'
import { copy } from './acts-copy'
import { LinePicker, allOf, linesToRefund, pickedLines } from './line-picker'

type Draft = { reason: string; restock: boolean }

const words = copy.refund

export const RefundForm = ({ order, onClose }: FormProps) => {
  const lines = linesToRefund(order)
  const [requestId] = useState(newRequestId)
  const [picked, setPicked] = useState(() => allOf(lines))
  const [deliveryFee, setDeliveryFee] = useState(false)
  const [form] = Form.useForm<Draft>()
  const refund = useAct('staff-order', 'refund', words.refusals, { done: words.done, onDone: onClose })
  const chosen = pickedLines(lines, picked)
  const what = { orderId: order.id, lines: chosen, deliveryFee }
  const { data } = useCloud('staff-order', 'refundPreview', what, { isOff: chosen.length === 0, keepsPrevious: true })
  const amount = chosen.length > 0 ? (data?.amountFen ?? ZERO) : ZERO
  return (
    <FormDialog<Draft>
      title={words.title}
      form={form}
      initial={{ reason: '', restock: false }}
      act={words.act(moneyText(amount))}
      isBusy={refund.isBusy}
      isOff={amount === 0}
      isDanger
      onClose={onClose}
      onSubmit={(draft) => refund.run({ ...what, ...draft, requestId })}
    >
      <p className="form-title">{words.lines}</p>
      <LinePicker lines={lines} picked={picked} onPick={setPicked} leftText={words.left} />
      <div className="refund-form__checks">
        {order.quote.deliveryFen > 0 && (
          <Checkbox checked={deliveryFee} onChange={(event) => setDeliveryFee(event.target.checked)}>
            {words.fee}
          </Checkbox>
        )}
        <Form.Item name="restock" valuePropName="checked" noStyle>
          <Checkbox>
            {words.restock} <span className="aside">{words.restockNote}</span>
          </Checkbox>
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={words.reason}
        rules={[{ required: true, whitespace: true, message: words.wanted }]}
      >
        <Input maxLength={80} placeholder={words.reasonHint} />
      </Form.Item>
      <div className="refund-form__reasons">
        {words.reasons.map((reason) => (
          <button key={reason} type="button" onClick={() => form.setFieldsValue({ reason })}>
            {reason}
          </button>
        ))}
      </div>
      <p className="refund-form__sum">
        {words.amount} <Money amount={amount} /> <span className="aside">{words.rule}</span>
      </p>
    </FormDialog>
  )
}
