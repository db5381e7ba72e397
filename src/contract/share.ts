/** Sharing a product: a short opaque code that records who shared and in which scene it was opened. No reward hangs on it. */
import * as z from 'zod'
import { action, idOf } from './define'
import type { ProductView } from './catalog'

export const shareCodeIn = z.string().regex(/^[0-9A-Za-z]{8,24}$/)

export type ShareView = {
  code: string
  /** Page of the mini program, with the code. */
  path: string
  /** Link for H5. */
  url: string
  title: string
  /** 5:4 card picture made ahead on the server, versioned by price and state. */
  cardPicture: string | null
}

export const share = {
  /** Made when a product page opens, before any tap; one code per member, product and channel and day. */
  create: action<ShareView, { code: 'product.unknown' }>()(
    'member',
    z.strictObject({ productId: idOf('prd'), channel: z.enum(['chat', 'timeline', 'poster', 'link']) }),
  ),
  /** What a friend who opens the card sees, in one call. `sharer` is masked; null where the sharer is gone or oneself. */
  open: action<
    { product: ProductView; sharer: { name: string; avatar: string | null } | null; code: string },
    { code: 'share.unknown' }
  >()('anyone', z.strictObject({ code: shareCodeIn, scene: z.int().min(0).max(9999).default(0) })),
}
