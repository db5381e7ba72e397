/** The home screen: blocks that staff arranged, then the feed by cursor. One call draws the first screen. */
import * as z from 'zod'
import { action, cursorIn, none } from './define'
import type { Page, Picture, PickupPointView, ProductCard, StoreHead } from './views'
import type { EpochMs } from '@/domain/time'

/** Where a block leads when tapped. */
export type BlockTarget =
  | { to: 'product'; id: string }
  | { to: 'category'; id: string }
  | { to: 'search'; text: string }
  | { to: 'community' }
  | { to: 'coupons' }
  | { to: 'flash' }
  | { to: 'none' }

export type HomeBlock =
  | {
      kind: 'banner'
      id: string
      badge: string | null
      title: string
      subtitle: string | null
      picture: Picture | null
      /** The badge says what holds until the shop's cut-off of today; null without a badge, and after the cut-off. */
      until: EpochMs | null
      target: BlockTarget
    }
  | { kind: 'shortcuts'; id: string; items: readonly { title: string; picture: Picture; target: BlockTarget }[] }
  | {
      kind: 'product-row'
      id: string
      title: string
      subtitle: string | null
      products: readonly ProductCard[]
      target: BlockTarget
    }

export type HomeView = {
  store: StoreHead
  pickupPoint: PickupPointView | null
  searchHint: string
  blocks: readonly HomeBlock[]
  feed: Page<ProductCard>
  /** Pieces in the member's cart, 0 for a stranger. */
  cartCount: number
  /** True if the order of the feed knows the member; off when they switched personalisation off. */
  isPersonal: boolean
}

export const feed = {
  home: action<HomeView>()('anyone', none),
  page: action<Page<ProductCard>>()('anyone', z.strictObject({ cursor: cursorIn })),
}
