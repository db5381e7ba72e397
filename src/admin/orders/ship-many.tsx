/** Tracking numbers for many orders at once; a column pasted from a spreadsheet fills downwards. */
import { useState } from 'react'
import { Button, Input, Modal, Select } from 'antd'
import type { Carrier } from '@/contract/staff-order'
import type { OrderId } from '@/domain/ids'
import { useAct } from '../cloud/use-act'
import { copy as words } from '../parts/copy'
import { copy } from './acts-copy'
import { shortNumberText } from '../parts/order-number'
import type { OrderRow } from './orders-table'
import { carriers, ownTracking, trackingPattern } from './ship-form'

type Parcel = { orderId: OrderId; carrier: Carrier; trackingNo: string }
type Props = { rows: readonly OrderRow[]; skipped: number; onClose: () => void; onDone: () => void }

const text = copy.shipMany

const startOf = ({ id, number, deliveryKind }: OrderRow): Parcel =>
  deliveryKind === 'local'
    ? { orderId: id, carrier: 'own', trackingNo: ownTracking(number, 0) }
    : { orderId: id, carrier: 'sf', trackingNo: '' }

/** The pasted lines from `from` downwards; a single line is an ordinary paste into one field. */
const fillDown = (parcels: readonly Parcel[], from: number, pasted: string): Parcel[] => {
  const numbers = pasted.split(/\s+/).filter(Boolean)
  return parcels.map((parcel, row) => ({ ...parcel, trackingNo: numbers[row - from] ?? parcel.trackingNo }))
}

const ShipMany = ({ rows, skipped, onClose, onDone }: Props) => {
  const [parcels, setParcels] = useState(() => rows.map(startOf))
  const ready = parcels.filter(({ trackingNo }) => trackingPattern.test(trackingNo))
  const ship = useAct('staff-order', 'shipMany', text.refusals, {
    done: ({ shipped, refused }) => text.done(shipped, refused.length),
    onDone,
  })
  const change = (at: number, values: Partial<Parcel>): void =>
    setParcels(parcels.map((parcel, row) => (row === at ? { ...parcel, ...values } : parcel)))

  return (
    <Modal
      open
      title={text.title(rows.length)}
      width={640}
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
      centered
    >
      <p className="form-note">
        {text.note} {skipped > 0 && text.skipped(skipped)}
      </p>
      <div className="ship-many__all">
        <span className="aside">{text.carrierForAll}</span>
        <Select<Carrier>
          size="small"
          options={carriers}
          style={{ width: 110 }}
          placeholder={text.carrier}
          onChange={(carrier) => setParcels(parcels.map((parcel) => ({ ...parcel, carrier })))}
        />
      </div>
      <ul className="ship-many">
        {rows.map((row, at) => (
          <li key={row.id}>
            <span className="ship-many__order">
              {shortNumberText(row.number)}
              <span className="second">{row.firstTitle}</span>
            </span>
            <Select<Carrier>
              options={carriers}
              value={parcels[at]?.carrier ?? 'sf'}
              style={{ width: 110 }}
              onChange={(carrier) => change(at, { carrier })}
            />
            <Input
              value={parcels[at]?.trackingNo ?? ''}
              maxLength={40}
              placeholder={text.tracking}
              style={{ width: 220 }}
              onChange={(event) => change(at, { trackingNo: event.target.value.trim() })}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData('text')
                if (!/\s/.test(pasted.trim())) return
                event.preventDefault()
                setParcels(fillDown(parcels, at, pasted))
              }}
            />
          </li>
        ))}
      </ul>
      <footer className="form-foot">
        {ready.length < rows.length && <span className="aside">{text.empty}</span>}
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          type="primary"
          disabled={ready.length === 0}
          loading={ship.isBusy}
          onClick={() => void ship.run({ parcels: ready })}
        >
          {text.act(ready.length)}
        </Button>
      </footer>
    </Modal>
  )
}

export default ShipMany
