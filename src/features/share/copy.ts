/** Wording of handing a product on, of its landing page and of its poster. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'

type Code = Exclude<
  CallRefusal<'share', 'create'>['code'] | CallRefusal<'share', 'open'>['code'] | CallRefusal<'card', 'poster'>['code'],
  CommonRefusal['code']
>

export const refused = {
  'product.unknown': '这件商品已经不在店里了',
  'share.unknown': '这个分享已经失效了',
} as const satisfies Record<Code, string>

export const copy = {
  product: { title: '分享给邻居', note: '只是告诉朋友一声，不会发到别处', poster: '生成海报' },
  sendFriend: '发给微信好友',
  copyLink: '复制链接',
  copied: '链接复制好了，发给朋友吧',
  notCopied: '没能复制，长按下面的链接自己复制',
  recommends: (name: string) => `${name} 推荐给你`,
  lostTitle: '这个分享打不开了',
  lostNote: '链接可能不完整，或者已经失效',
  lostAction: '去店里看看',
  safe: [{ title: '你什么也没有损失', note: '店里今天到的货都还在' }],
  cardAlt: '发出去的卡片',
  posterTitle: '商品海报',
  posterNote: '好友扫一扫海报上的码，就能打开',
  posterAlt: '分享海报',
  handOver: '保存或转发',
  notHandedOver: '没能打开，长按图片也可以保存',
  drawing: '正在画海报…',
  again: '再试一次',
} as const
