/** What every part of telling an order needs to know, and what telling makes. */
import type { Insertable } from 'kysely'
import type { StaffId, StoreId } from '@/domain/ids'
import type { Quote } from '@/domain/pricing/quote'
import type { AddressSnapshot, Tables } from '../../tables'
import type { BasketItem } from './basket'
import type { Chance } from './chance'
import type { GroupPart } from './group-story'
import type { Plan } from './plan'
import type { PastShare } from './shares'
import type { Story } from './story'

export type Cast = {
  readonly storeId: StoreId
  readonly shares: readonly PastShare[]
  readonly staff: { readonly warehouse: StaffId; readonly clerk: StaffId; readonly service: StaffId }
}

/** One order, decided: what was bought, for how much, and what became of it. */
export type Telling = {
  readonly cast: Cast
  readonly plan: Plan
  readonly chance: Chance
  readonly id: string
  readonly number: string
  readonly basket: readonly BasketItem[]
  readonly address: AddressSnapshot | null
  readonly quote: Quote
  readonly story: Story
  /** The card it came through. */
  readonly share: Pick<PastShare, 'code' | 'sharer'> | null
  /** Its part in a group buy. */
  readonly group: GroupPart | null
}

export type ToldOrder = {
  readonly order: Insertable<Tables['orders']>
  readonly lines: readonly Insertable<Tables['order_line']>[]
  readonly events: readonly Insertable<Tables['order_event']>[]
  readonly payment: Insertable<Tables['payment']>
  readonly parcels: readonly Insertable<Tables['parcel']>[]
  readonly refunds: readonly Insertable<Tables['refund']>[]
  readonly movements: readonly Insertable<Tables['stock_movement']>[]
}
