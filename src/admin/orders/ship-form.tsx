import { useState } from 'react'
import { Form, Input, Select } from 'antd'
import type { Carrier } from '@/contract/staff-order'
import { useAct } from '../cloud/use-act'
import { FormDialog } from '../parts/form-dialog'
import type { FormProps } from './act-form'
import { copy } from './acts-copy'
import { carrierNames } from './copy'
import { LinePicker, allOf, isEverything, linesToShip, pickedLines } from './line-picker'

type Draft = { carrier: Carrier; trackingNo: string }

export const carriers = (Object.keys(carrierNames) as Carrier[]).map((value) => ({ value, label: carrierNames[value] }))
export const trackingPattern = /^[A-Za-z0-9-]{4,40}$/

/** The store's own courier has no tracking number; the order's number and the parcel's place serve as one. */
export const ownTracking = (number: string, parcels: number): string => `${number}-${parcels + 1}`

const words = copy.ship

export const ShipForm = ({ order, onClose }: FormProps) => {
  const lines = linesToShip(order)
  const [picked, setPicked] = useState(() => allOf(lines))
  const [form] = Form.useForm<Draft>()
  const ship = useAct('staff-order', 'ship', words.refusals, { done: words.done, onDone: onClose })
  const chosen = pickedLines(lines, picked)
  const isWhole = isEverything(lines, picked)
  const own = ownTracking(order.number, order.parcels.length)
  const isLocal = order.deliveryKind === 'local'
  return (
    <FormDialog<Draft>
      title={words.title}
      form={form}
      initial={{ carrier: isLocal ? 'own' : 'sf', trackingNo: isLocal ? own : '' }}
      act={words.act(chosen.reduce((sum, { quantity }) => sum + quantity, 0))}
      isBusy={ship.isBusy}
      isOff={chosen.length === 0}
      onClose={onClose}
      onSubmit={(draft) => ship.run({ orderId: order.id, ...draft, ...(isWhole ? {} : { lines: chosen }) })}
    >
      <div className="form-row">
        <Form.Item name="carrier" label={words.carrier} style={{ flex: '0 0 140px' }}>
          <Select<Carrier>
            options={carriers}
            onChange={(carrier) => {
              if (carrier === 'own') form.setFieldsValue({ trackingNo: own })
            }}
          />
        </Form.Item>
        <Form.Item
          name="trackingNo"
          label={words.tracking}
          rules={[{ required: true, pattern: trackingPattern, message: words.trackingRule }]}
        >
          <Input autoFocus autoComplete="off" maxLength={40} />
        </Form.Item>
      </div>
      <p className="form-title">{words.lines}</p>
      <LinePicker lines={lines} picked={picked} onPick={setPicked} leftText={words.left} />
      <p className="aside">{chosen.length === 0 ? words.nothing : isWhole ? words.whole : words.part}</p>
    </FormDialog>
  )
}
