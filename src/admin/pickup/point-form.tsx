import { Form, Input, InputNumber, Switch } from 'antd'
import type { CallInput } from '@/contract/index'
import type { StaffPickupPoint } from '@/contract/staff-store'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import { copy } from './copy'

type Draft = Omit<CallInput<'staff-store', 'savePickupPoint'>, 'id'>

const words = copy.form
const wanted = [{ required: true, whitespace: true, message: words.wanted }]

const initialOf = (point: StaffPickupPoint | null): Partial<Draft> => {
  if (!point) return { isClosed: false }
  const { id: _, toPickUp: __, ...fields } = point
  return fields
}

export const PointForm = ({ point, onClose }: { point: StaffPickupPoint | null; onClose: () => void }) => {
  const save = useAct('staff-store', 'savePickupPoint', copy.refusals, { done: words.done, onDone: onClose })
  return (
    <FormDialog<Draft>
      title={point ? words.title : words.newTitle}
      initial={initialOf(point)}
      act={words.act}
      width={520}
      isBusy={save.isBusy}
      onClose={onClose}
      onSubmit={(draft) =>
        save.run({
          ...(point ? { id: point.id } : {}),
          ...draft,
          keeperPhone: draft.keeperPhone || null,
          walkMinutes: draft.walkMinutes ?? null,
        })
      }
    >
      <div className="form-row">
        <Form.Item name="name" label={words.name} rules={wanted}>
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item name="hours" label={words.hours} rules={wanted}>
          <Input maxLength={30} placeholder={words.hoursHint} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item name="keeper" label={words.keeper} rules={wanted}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item
          name="keeperPhone"
          label={words.phone}
          rules={[{ pattern: /^1[3-9]\d{9}$/, message: words.phoneRule }]}
        >
          <Input maxLength={11} inputMode="numeric" />
        </Form.Item>
      </div>
      <Form.Item name="address" label={words.address} rules={wanted}>
        <Input maxLength={80} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="latitude" label={words.latitude} rules={[{ required: true, message: words.wanted }]}>
          <InputNumber min={-90} max={90} controls={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="longitude" label={words.longitude} rules={[{ required: true, message: words.wanted }]}>
          <InputNumber min={-180} max={180} controls={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="walkMinutes" label={words.walk}>
          <InputNumber min={0} max={120} precision={0} controls={false} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <p className="aside">{words.placeNote}</p>
      <Form.Item name="isClosed" label={words.closed} valuePropName="checked" extra={words.closedNote}>
        <Switch size="small" />
      </Form.Item>
    </FormDialog>
  )
}
