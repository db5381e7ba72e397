import { Form, Input } from 'antd'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import type { FormProps } from './act-form'
import { copy } from './acts-copy'

const words = copy.handOver

export const HandOverForm = ({ order, onClose }: FormProps) => {
  const handOver = useAct('staff-order', 'handOver', words.refusals, { done: words.done, onDone: onClose })
  return (
    <FormDialog<{ code: string }>
      title={words.title}
      note={words.note}
      act={words.act}
      width={360}
      isBusy={handOver.isBusy}
      onClose={onClose}
      onSubmit={({ code }) => handOver.run({ orderId: order.id, code })}
    >
      <Form.Item name="code" label={words.code} rules={[{ required: true, pattern: /^\d{6}$/, message: words.rule }]}>
        <Input.OTP className="hand-over__code" length={6} autoFocus inputMode="numeric" />
      </Form.Item>
    </FormDialog>
  )
}
