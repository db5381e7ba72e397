/** Wording of the categories. */
import type { CallInput, CallRefusal } from '@/contract'
import type { CommonRefusal } from '@/contract/define'

export type Sort = NonNullable<CallInput<'catalog', 'list'>['sort']>

export const refused = { 'category.unknown': '这个分类已经收起来了' } as const satisfies Record<
  Exclude<CallRefusal<'catalog', 'list'>['code'], CommonRefusal['code']>,
  string
>

export const sorts = {
  popular: '销量',
  new: '新到',
  'price-up': '价格 ↑',
  'price-down': '价格 ↓',
} as const satisfies Record<Sort, string>

export const copy = {
  hint: '搜水果、面包、今晚吃什么',
  price: '价格',
  again: '再试一次',
  all: '全部',
  emptyTitle: '这一格今天空着',
  emptyNote: '明早 6:20 到货，先看看别的分类',
  safe: [{ title: '购物车里的东西都还在', note: '连上网就能看到' }],
  moreFailed: '没接上，点一下再试',
  more: '再看一些',
  loading: '正在补货…',
  end: '这一类就这些',
} as const
