/** Wording of the cart. */
import type { CallRefusal } from '@/contract'
import type { InvalidCartItem } from '@/contract/cart'
import type { CommonRefusal } from '@/contract/define'

type Code = Exclude<CallRefusal<'cart', 'add'>['code'] | CallRefusal<'cart', 'set'>['code'], CommonRefusal['code']>

export const refused = {
  'sku.unknown': '这件商品已经不在店里了',
  'sku.off': '这件商品刚刚下架了',
  'sku.short': '库存不够了，先少拿一些',
  'cart.full': '购物车装满了，先结算几件吧',
} as const satisfies Record<Code, string>

export const whyInvalid = {
  off: '已下架',
  'sold-out': '卖完了',
  short: '库存不够',
} as const satisfies Record<InvalidCartItem['why'], string>

export const copy = {
  title: '购物车',
  added: '放进购物车了',
  notAdded: '没连上店里，还没放进去，再点一次试试',
  edit: '管理',
  done: '完成',
  all: '全选',
  total: '合计',
  saved: (yuan: string) => `已省 ¥${yuan}`,
  pay: (pieces: number) => (pieces > 0 ? `去结算 ${pieces}` : '去结算'),
  remove: '移出',
  removed: (count: number) => `移出了 ${count} 件`,
  undo: '放回来',
  clearInvalid: '清空',
  invalidTitle: '买不了的',
  left: (count: number) => `只剩 ${count} 件`,
  takeLeft: (count: number) => `改成 ${count} 件`,
  cheaper: (yuan: string) => `比放进来时便宜 ¥${yuan}`,
  dearer: (yuan: string) => `比放进来时贵 ¥${yuan}`,
  memberPrice: '会员价',
  flashPrice: '秒杀价',
  flashEnds: '后结束',
  usually: (yuan: string) => `平时 ¥${yuan}`,
  flashUpTo: (most: number, yuan: string) => `${most} 件以内秒杀价 ¥${yuan}`,
  freeReached: '这一车同城配送免运费',
  freeMissing: (yuan: string) => `再买 ¥${yuan}，同城配送免运费`,
  near: (missing: string, off: string, name: string) => `再买 ¥${missing} 可减 ¥${off}（${name}）`,
  emptyTitle: '购物车还空着',
  emptyNote: '挑几样今早刚到的，下班顺路就能取',
  emptyAction: '去逛逛',
  strangerTitle: '登录后就能看到购物车',
  strangerNote: '之前放进来的东西都替你留着',
  strangerAction: '登录',
  quantity: (title: string) => `${title}的数量`,
  choose: (title: string) => `选中${title}`,
  safe: [{ title: '购物车里的东西都还在', note: '存在店里，换手机也不会丢' }],
} as const
