import { Form, Input } from 'antd'
import type { CallInput } from '@/contract/index'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import type { FormProps } from './act-form'
import { copy } from './acts-copy'

type Draft = CallInput<'staff-order', 'changeAddress'>['address']

const words = copy.address
const wanted = [{ required: true, whitespace: true, message: words.wanted }]

export const AddressForm = ({ order, onClose }: FormProps) => {
  const change = useAct('staff-order', 'changeAddress', words.refusals, { done: words.done, onDone: onClose })
  const { province, city, district } = order.address ?? {}
  return (
    <FormDialog<Draft>
      title={words.title}
      note={words.note}
      initial={{ province, city, district }}
      act={words.act}
      isBusy={change.isBusy}
      onClose={onClose}
      onSubmit={(address) => change.run({ orderId: order.id, address })}
    >
      <div className="form-row">
        <Form.Item name="name" label={words.name} rules={wanted}>
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item
          name="phone"
          label={words.phone}
          rules={[{ required: true, pattern: /^1[3-9]\d{9}$/, message: words.phoneRule }]}
        >
          <Input maxLength={11} inputMode="numeric" />
        </Form.Item>
      </div>
      <div className="form-row">
        {(['province', 'city', 'district'] as const).map((part) => (
          <Form.Item key={part} name={part} label={words[part]} rules={wanted}>
            <Input maxLength={20} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="detail" label={words.detail} rules={wanted}>
        <Input maxLength={80} />
      </Form.Item>
    </FormDialog>
  )
}
