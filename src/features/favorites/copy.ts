/** Wording of 收藏. */
import type { CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'

type Code = Exclude<CallRefusal<'catalog', 'favorite'>['code'], CommonRefusal['code']>

export const refused = { 'product.unknown': '这件商品已经不在店里了' } as const satisfies Record<Code, string>

export const copy = {
  title: '我的收藏',
  remove: (title: string) => `不收藏${title}了`,
  removed: (title: string) => `不收藏「${title}」了`,
  undo: '放回来',
  undoOf: (title: string) => `把${title}放回收藏`,
  emptyTitle: '还没有收藏',
  emptyNote: '看到喜欢的点一下心，它就在这里等你',
  emptyAction: '去逛逛',
  strangerTitle: '登录后就能看到收藏',
  strangerNote: '点过心的都替你记着，换手机也在',
  strangerAction: '登录',
  safe: [{ title: '收藏的都还在', note: '存在店里，连上网就能看到' }],
  moreFailed: '没接上，点一下再试',
  more: '再看一些',
  loading: '还在找…',
  end: '都在这里了',
} as const
