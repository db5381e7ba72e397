/** Wording of a product wherever it stands on a shelf. */
import { yuanText } from '@/domain/money'
import type { ProductCard, Reason } from '@/contract/views'
import type { IconName } from '@/ui/icon'

type Why = { readonly icon: IconName; readonly text: string }

/** Why a card is here, in one line. */
export const whyOf = (reason: Reason): Why => {
  switch (reason.code) {
    case 'arrived-today':
      return { icon: 'leaf', text: '今早刚到店' }
    case 'you-buy':
      return { icon: 'sparkle', text: `你常买${reason.category}` }
    case 'bought-together':
      return { icon: 'sparkle', text: `常和${reason.product}一起买` }
    case 'popular':
      return { icon: 'people', text: `近来 ${reason.buyers} 位邻居买过` }
    case 'in-season':
      return { icon: 'leaf', text: '正当季' }
    case 'new':
      return { icon: 'sparkle', text: '刚上架' }
    case 'saves':
      return { icon: 'coupon', text: `会员省 ¥${shortYuan(reason.savesFen)}` }
    default:
      return reason satisfies never
  }
}

/** `12.80` → `12.8`, `30.00` → `30`: as on a price tag. */
export const shortYuan = (amount: Parameters<typeof yuanText>[0]): string => yuanText(amount).replace(/\.?0+$/, '')

/** Ten thousand and more are told roughly, as people do. */
export const soldWords = (sold: number): string =>
  sold <= 0 ? '' : sold < 10_000 ? `已售 ${sold}` : `已售 ${(sold / 10_000).toFixed(1).replace(/\.0$/, '')} 万`

/** Beside the price: what it costs when no flash sale runs, or with neighbours, else as a member, else how many were sold. */
export const asideOf = ({ flash, group, memberPriceFen, priceFen, soldCount }: ProductCard): string => {
  if (flash) return `平时 ¥${shortYuan(priceFen)}`
  if (group) return `${group.size} 人团 ¥${shortYuan(group.priceFen)}`
  return memberPriceFen !== null && memberPriceFen < priceFen
    ? `会员 ¥${shortYuan(memberPriceFen)}`
    : soldWords(soldCount)
}
