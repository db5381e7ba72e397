import { Form, Input } from 'antd'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import type { FormProps } from './act-form'
import { copy } from './acts-copy'

const words = copy.remark

export const RemarkForm = ({ order, onClose }: FormProps) => {
  const save = useAct('staff-order', 'remark', words.refusals, { done: words.done, onDone: onClose })
  return (
    <FormDialog<{ remark: string }>
      title={words.title}
      act={words.act}
      initial={{ remark: order.remark ?? '' }}
      isBusy={save.isBusy}
      onClose={onClose}
      onSubmit={({ remark }) => save.run({ orderId: order.id, remark })}
    >
      <Form.Item name="remark">
        <Input.TextArea maxLength={200} showCount autoFocus rows={3} placeholder={words.hint} />
      </Form.Item>
    </FormDialog>
  )
}
