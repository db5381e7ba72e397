/** Every contract as a value. A function that is missing here does not compile; an action needs no mention at all. */
import { assist } from '@/contract/assist'
import { card } from '@/contract/card'
import { cart } from '@/contract/cart'
import { catalog } from '@/contract/catalog'
import { community } from '@/contract/community'
import { coupon } from '@/contract/coupon'
import type { AnyAction } from '@/contract/define'
import { earning } from '@/contract/earning'
import { feed } from '@/contract/feed'
import { flash } from '@/contract/flash'
import type { FunctionName } from '@/contract/index'
import { groupBuy } from '@/contract/group-buy'
import { jobs } from '@/contract/jobs'
import { leader } from '@/contract/leader'
import { member } from '@/contract/member'
import { message } from '@/contract/message'
import { order } from '@/contract/order'
import { payment } from '@/contract/payment'
import { points } from '@/contract/points'
import { sale } from '@/contract/sale'
import { share } from '@/contract/share'
import { staff } from '@/contract/staff'
import { staffCatalog } from '@/contract/staff-catalog'
import { staffCommission } from '@/contract/staff-commission'
import { staffCommunity } from '@/contract/staff-community'
import { staffGroupBuy } from '@/contract/staff-group-buy'
import { staffOrder } from '@/contract/staff-order'
import { staffPromotion } from '@/contract/staff-promotion'
import { staffSale } from '@/contract/staff-sale'
import { staffStore } from '@/contract/staff-store'

const contracts: Record<FunctionName, Record<string, AnyAction>> = {
  ...{ assist, feed, catalog, cart, coupon, flash, member, message, order, payment, points, share, card, jobs, staff },
  ...{ 'staff-order': staffOrder, 'staff-catalog': staffCatalog, 'staff-store': staffStore },
  ...{ community, sale, leader, earning },
  ...{ 'staff-community': staffCommunity, 'staff-sale': staffSale, 'staff-commission': staffCommission },
  ...{ 'group-buy': groupBuy, 'staff-group-buy': staffGroupBuy, 'staff-promotion': staffPromotion },
}

export type Door = { readonly fn: FunctionName; readonly name: string; readonly action: AnyAction }

export const everyAction: readonly Door[] = (Object.keys(contracts) as FunctionName[]).flatMap((fn) =>
  Object.entries(contracts[fn]).map(([name, action]) => ({ fn, name, action })),
)
