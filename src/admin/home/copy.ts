/** Words of arranging the home screen. */
import type { StoredBlock } from '@/contract/staff-store'
import type { RefusalWording } from '../cloud/refusal-text'

export const kindNames = {
  banner: '横幅',
  shortcuts: '快捷入口',
  'product-row': '商品栏',
} as const satisfies Record<StoredBlock['kind'], string>

export const copy = {
  title: '首页装修',
  aside: '从上到下排，保存后顾客马上看到',
  save: '保存并发布',
  saved: '已发布到首页',
  blocks: '模块',
  count: (n: number) => `${n} / 20`,
  add: '加模块',
  hide: '隐藏',
  show: '显示',
  remove: '删掉',
  removeSure: '删掉这个模块',
  hidden: '已隐藏',
  edit: '内容',
  none: '还没有模块',
  noneNote: '首页会直接从推荐商品开始。',
  pick: '点左边的模块改内容',
  preview: '预览',
  previewAside: '按现在的改动',
  feed: '下面接着推荐商品',
  badge: '角标',
  badgeHint: '例如：今日到货',
  heading: '标题',
  subtitle: '副标题',
  picture: '图片',
  target: '点了去哪',
  targets: { none: '不跳转', product: '商品', category: '分类', search: '搜索', community: '社群' },
  searchText: '搜什么',
  pickProduct: '选一款商品',
  pickCategory: '选一个分类',
  shortcuts: '入口',
  addShortcut: '加入口',
  shortcutName: '名称',
  products: '商品',
  productsNote: (n: number) => `${n} / 12 款，拖不动时用箭头排序`,
  addProduct: '加一款商品',
  unfinished: {
    title: '有模块没填标题',
    target: '有跳转没选好去哪',
    shortcut: '有快捷入口没填名称或图片',
    products: '有商品栏还没放商品',
  },
  search: '搜索',
  from: '起',
  refusals: {
    'product.unknown': '有商品已经不在了，去掉再保存',
    'category.unknown': '有分类已经不在了，重新选一个',
  } satisfies RefusalWording<'staff-store', 'saveHomeBlocks'>,
} as const
