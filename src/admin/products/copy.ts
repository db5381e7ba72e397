/** Words of products: list, editor, categories. */
import type { ProductStatus } from '@/contract/staff-catalog'
import type { RefusalWording } from '../cloud/refusal-text'
import type { Tone } from '../theme'

export const statusNames = { on: '在售', off: '已下架', draft: '草稿' } as const satisfies Record<ProductStatus, string>
export const statusTones = { on: 'done', off: 'quiet', draft: 'todo' } as const satisfies Record<ProductStatus, Tone>

const missingNames = { picture: '图片', sku: '规格' } as const

const notReady = (missing: readonly (keyof typeof missingNames)[]): string =>
  `还缺${missing.map((part) => missingNames[part]).join('、')}，补上才能上架`

export const copy = {
  title: '商品',
  aside: (total: string) => `共 ${total} 款`,
  create: '新建商品',
  categories: '分类',
  tabs: { all: '全部', on: '在售', off: '已下架', draft: '草稿' },
  filters: { text: '搜索', category: '分类', low: '库存', lowOnly: '快卖完' },
  columns: {
    goods: '商品',
    category: '分类',
    price: '售价',
    stock: '可售',
    sold: '已卖',
    status: '状态',
    updated: '更新',
  },
  skus: (n: number) => `${n} 个规格`,
  edit: '编辑',
  none: '没有符合的商品',
  noneNote: '换个条件，或新建一款。',
  bar: {
    chosen: (n: number) => `已选 ${n} 款`,
    on: '上架',
    off: '下架',
    offSure: (n: number) => `下架 ${n} 款，顾客马上看不到`,
    done: (changed: number, refused: number) =>
      refused ? `改了 ${changed} 款，${refused} 款还缺内容没上架` : `改了 ${changed} 款`,
  },
  unknown: '找不到这款商品',
  unknownNote: '可能已被删除，回到列表看看。',
  toList: '回到列表',
} as const

export const editorCopy = {
  newTitle: '新商品',
  save: '保存',
  saved: '已保存',
  unsaved: (n: number) => `有 ${n} 处改动未保存`,
  noPrice: (n: number) => `还有 ${n} 个规格没填售价`,
  noTitle: '先填名称',
  noCategory: '先选分类',
  leave: '改动还没保存',
  leaveNote: '现在离开，刚才的改动就没了。',
  leaveAct: '不保存离开',
  stay: '继续编辑',
  basic: {
    title: '基本',
    name: '名称',
    category: '分类',
    origin: '产地',
    originHint: '例如：辽宁丹东',
    delivery: '配送模板',
    deliveryDefault: '店铺默认',
    unit: '单位',
    unitHint: '盒、斤、份',
  },
  pictures: {
    title: '图片',
    aside: '首图用于卡片',
    hint: '拖动排序；第一张是首图，也用来生成分享图。',
  },
  skus: {
    title: '规格与价格',
    aside: (specs: number, skus: number) => (specs === 0 ? '单一规格' : `${specs} 组规格，${skus} 个 SKU`),
    bulk: '批量改价',
    adjust: '改库存',
    views: { price: '价格', code: '编码与重量' },
    addSpec: '加一组规格',
    specName: '规格名，如 重量',
    firstOption: '第一个值，如 500g',
    add: '加上',
    addOption: '+ 值',
    removeOption: (option: string) => `去掉 ${option}`,
    removeSpec: '去掉这组规格',
    price: '售价',
    memberPrice: '会员价',
    marketPrice: '划线价',
    cost: '成本',
    margin: '毛利',
    available: '可售',
    held: '占用',
    on: '上架',
    code: '编码',
    weight: '重量（克）',
    only: '默认',
    initialStock: '首批入库',
    was: (old: string) => `原 ${old}`,
    wasNone: '原 空',
    foot: '毛利按每行最低价算；低于 20% 标黄。改价只影响之后的订单。',
  },
  bulk: {
    title: '批量改价',
    note: '先在表里预览，保存后才生效。',
    field: '改哪一列',
    how: '怎么改',
    modes: { set: '统一改成', add: '加减', percent: '按百分比' },
    wanted: '填一下',
    act: (n: number) => `改 ${n} 个规格`,
    percentHint: '例如 90 表示打九折',
  },
  more: {
    title: '介绍与搜索',
    subtitle: '副标题',
    subtitleHint: '一句话卖点',
    tags: '标签',
    tagsHint: '最多 3 个，显示在卡片上',
    keywords: '搜索词',
    keywordsHint: '顾客可能怎么搜',
    description: '介绍',
    descriptionHint: '每段一行，说清产地、口感、怎么保存',
  },
  refusals: {
    'product.unknown': copy.unknown,
    'product.changed-meanwhile': '同事刚保存过这款商品；刷新后再改，避免互相覆盖',
    'product.not-ready': ({ missing }) => notReady(missing),
    'sku.options-mismatch': '有规格的值对不上，检查规格表',
    'sku.options-repeated': '有两行规格一样，去掉一行',
    'category.unknown': '这个分类已经不在了，重新选一个',
    'template.unknown': '这个配送模板已经不在了，重新选一个',
    'sku.unknown': '有规格已被同事去掉，刷新后再改',
  } satisfies RefusalWording<'staff-catalog', 'saveProduct'>,
} as const

export const categoryCopy = {
  title: '分类',
  note: '两级；隐藏后顾客看不到，商品还在。',
  create: '加分类',
  createChild: '加下级',
  edit: '编辑',
  name: '名称',
  parent: '上级',
  top: '一级分类',
  picture: '图标',
  hidden: '隐藏',
  isHidden: '已隐藏',
  products: (n: number) => `${n} 款`,
  wanted: '填一下',
  save: '保存',
  saved: '分类已保存',
  refusals: {
    'category.unknown': '这个分类已经不在了',
    'category.too-deep': '分类最多两级',
  } satisfies RefusalWording<'staff-catalog', 'saveCategory'>,
  arrangeRefusals: {
    'category.not-these': '同事刚加了或挪了分类，看一眼再排',
  } satisfies RefusalWording<'staff-catalog', 'arrangeCategories'>,
} as const
