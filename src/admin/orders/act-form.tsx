/** The form of one act. Acts without a form ask once on their button. */
import type { StaffAct } from '@/domain/order/order'
import { AddressForm } from './address-form'
import { HandOverForm } from './hand-over-form'
import type { Order } from './order-head'
import { PriceForm } from './price-form'
import { RefundForm } from './refund-form'
import { RemarkForm } from './remark-form'
import { ShipForm } from './ship-form'

export type FormProps = { order: Order; onClose: () => void }

export const ActForm = ({ act, ...props }: FormProps & { act: StaffAct }) => {
  switch (act) {
    case 'ship':
      return <ShipForm {...props} />
    case 'hand-over':
      return <HandOverForm {...props} />
    case 'refund':
      return <RefundForm {...props} />
    case 'change-price':
      return <PriceForm {...props} />
    case 'change-address':
      return <AddressForm {...props} />
    case 'remark':
      return <RemarkForm {...props} />
    case 'make-ready':
    case 'cancel':
      return null
    default:
      return act satisfies never
  }
}
