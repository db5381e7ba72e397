/** All promises between front and back, by cloud function. Shoppers' screens import types from here and nothing else. */
import type { AnyAction, CommonRefusal, InputOf, OutputOf, RefusalOf, Reply } from './define'
import type { assist } from './assist'
import type { card } from './card'
import type { cart } from './cart'
import type { catalog } from './catalog'
import type { community } from './community'
import type { coupon } from './coupon'
import type { earning } from './earning'
import type { feed } from './feed'
import type { flash } from './flash'
import type { groupBuy } from './group-buy'
import type { jobs } from './jobs'
import type { leader } from './leader'
import type { member } from './member'
import type { message } from './message'
import type { order } from './order'
import type { payment } from './payment'
import type { points } from './points'
import type { sale } from './sale'
import type { share } from './share'
import type { staff } from './staff'
import type { staffCatalog } from './staff-catalog'
import type { staffCommission } from './staff-commission'
import type { staffCommunity } from './staff-community'
import type { staffGroupBuy } from './staff-group-buy'
import type { staffOrder } from './staff-order'
import type { staffPromotion } from './staff-promotion'
import type { staffSale } from './staff-sale'
import type { staffStore } from './staff-store'

/** Function name as deployed → its contract. */
export type Contracts = {
  feed: typeof feed
  catalog: typeof catalog
  cart: typeof cart
  member: typeof member
  message: typeof message
  order: typeof order
  payment: typeof payment
  coupon: typeof coupon
  flash: typeof flash
  points: typeof points
  assist: typeof assist
  share: typeof share
  card: typeof card
  'group-buy': typeof groupBuy
  community: typeof community
  sale: typeof sale
  leader: typeof leader
  earning: typeof earning
  jobs: typeof jobs
  staff: typeof staff
  'staff-order': typeof staffOrder
  'staff-catalog': typeof staffCatalog
  'staff-group-buy': typeof staffGroupBuy
  'staff-community': typeof staffCommunity
  'staff-sale': typeof staffSale
  'staff-commission': typeof staffCommission
  'staff-promotion': typeof staffPromotion
  'staff-store': typeof staffStore
}

export type FunctionName = keyof Contracts
export type ActionName<F extends FunctionName> = keyof Contracts[F] & string
/** The action itself, not an intersection with the widest one: that would turn every part of it into `any`. */
type ActionOf<F extends FunctionName, A extends ActionName<F>> = Contracts[F][A] extends infer X extends AnyAction
  ? X
  : never
export type CallInput<F extends FunctionName, A extends ActionName<F>> = InputOf<ActionOf<F, A>>
export type CallOutput<F extends FunctionName, A extends ActionName<F>> = OutputOf<ActionOf<F, A>>
export type CallRefusal<F extends FunctionName, A extends ActionName<F>> = RefusalOf<ActionOf<F, A>> | CommonRefusal
export type CallReply<F extends FunctionName, A extends ActionName<F>> = Reply<CallOutput<F, A>, CallRefusal<F, A>>
