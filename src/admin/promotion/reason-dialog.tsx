/** An act that needs its reason: it goes into the trail, and where somebody loses something, to them. */
import { Form, Input } from 'antd'
import { FormDialog } from '../parts/form-dialog'
import { copy } from './assist-copy'

type Props = {
  title: string
  note: string
  act: string
  hint: string
  isDanger?: boolean
  isBusy: boolean
  onClose: () => void
  onSure: (reason: string) => unknown
}

export const ReasonDialog = ({ title, note, act, hint, isDanger = true, isBusy, onClose, onSure }: Props) => (
  <FormDialog<{ reason: string }>
    title={title}
    note={note}
    act={act}
    isBusy={isBusy}
    isDanger={isDanger}
    onClose={onClose}
    onSubmit={({ reason }) => onSure(reason.trim())}
  >
    <Form.Item name="reason" label={copy.reason} rules={[{ required: true, whitespace: true, message: hint }]}>
      <Input.TextArea rows={2} maxLength={100} placeholder={hint} autoFocus />
    </Form.Item>
  </FormDialog>
)
