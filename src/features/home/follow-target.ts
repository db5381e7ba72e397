import type { BlockTarget } from '@/contract/feed'
import { go } from '@/platform/navigate'

/** Where a block of the home screen leads; undefined where it leads nowhere, so that nothing looks like a key. */
export const wayTo = (target: BlockTarget): (() => void) | undefined => {
  switch (target.to) {
    case 'product':
      return () => go.product(target.id)
    case 'category':
      return () => go.category(target.id)
    case 'search':
      return () => go.search(target.text)
    case 'community':
      return go.community
    case 'coupons':
      return go.coupons
    case 'flash':
      return go.flash
    case 'none':
      return undefined
    default:
      return target satisfies never
  }
}
