/** Words of promotions and flash slots. */
import type { LineDeal, Promotion } from '@/domain/promotion/promotion'
import { dealRefusals, yuan } from './copy'
import { moneyText } from '../parts/money'
import { fen } from '@/domain/money'

const fold = (offBp: number): string => `${(10_000 - offBp) / 1_000} 折`

const dealText = (deal: LineDeal): string => {
  switch (deal.kind) {
    case 'buy-n':
      return `满 ${deal.pieces} 件免 ${deal.free} 件`
    case 'nth':
      return deal.offBp === 10_000 ? `第 ${deal.nth} 件免费` : `第 ${deal.nth} 件 ${fold(deal.offBp)}`
    case 'ladder':
      return deal.tiers.map(({ pieces, offBp }) => `${pieces} 件 ${fold(offBp)}`).join('，')
    default:
      return deal satisfies never
  }
}

export const promotionText = (promotion: Promotion): string =>
  promotion.kind === 'line'
    ? dealText(promotion.deal)
    : promotion.tiers.map(({ overFen, offFen }) => `满 ${yuan(overFen)} 减 ${yuan(offFen)}`).join('，')

export const copy = {
  title: '促销',
  newTitle: '新促销',
  create: '新建促销',
  none: '还没有促销',
  noneNote: '满减和单品促销不用领券，结算时自动减。',
  orderNote: '同一件商品先碰到哪个用哪个，顺序就是规则。',
  columns: {
    order: '顺序',
    name: '促销',
    state: '状态',
    scope: '适用',
    days: '起止',
    orders: '近 30 天',
    cost: '让出',
  },
  kinds: { line: '单品促销', order: '满减' },
  orders: (n: string) => `${n} 单`,
  form: {
    title: '促销内容',
    name: '名称',
    nameHint: '顾客看得到，例如：满 99 减 10',
    kind: '类型',
    deal: '怎么减',
    deals: { 'buy-n': '满件免件', nth: '第 N 件', ladder: '多件折' },
    pieces: '满几件',
    free: '免几件',
    nth: '第几件',
    off: '打几折',
    offNote: '0 折 = 免费',
    tiers: '档位',
    over: '满',
    less: '减',
    fold: '折',
    unit: '件',
    addTier: '加一档',
    removeTier: '去掉这一档',
    pool: '怎么数件',
    pools: { sku: '同一规格', together: '一起数' },
    times: '每单最多几次',
    timesNote: '空着 = 不限',
    combines: '可与这些优惠同用',
    startsAt: '开始',
    endsAt: '结束',
  },
} as const

export const flashRefusals = {
  ...dealRefusals,
  'flash.sku-unknown': '有规格已不在售，刷新后再改',
  'flash.price-not-lower': ({ saleFen }: { saleFen: number }) => `秒杀价要低于现在最低的 ${moneyText(fen(saleFen))}`,
  'flash.share-below-taken': ({ taken }: { taken: number }) => `已抢 ${taken} 件，份额不能更少`,
  'flash.overlap': ({ name }: { name: string }) => `同一时段「${name}」也在卖这款，换个时间`,
}

export const flash = {
  title: '秒杀',
  newTitle: '新场次',
  create: '新建场次',
  none: '还没有场次',
  noneNote: '定好时间、商品和份额，到点自动开抢。',
  columns: { name: '场次', state: '状态', days: '时间', items: '商品', share: '已抢 / 份额' },
  published: '已发布',
  phases: { before: '未开始', running: '进行中', over: '已结束' },
  items: (n: number) => `${n} 款`,
  name: '名称',
  nameHint: '例如：晚市场',
  startsAt: '开抢',
  endsAt: '结束',
  goods: '商品与秒杀价',
  goodsNote: '框外的价是店价与会员价里低的那个，秒杀价要比它低',
  add: '加商品',
  item: {
    goods: '商品',
    sale: '售价',
    flash: '秒杀价',
    share: '份额',
    perPerson: '每人',
    cost: (text: string) => `成本 ${text}`,
    shelf: (n: number) => `可售 ${n}`,
    taken: (n: number) => `已抢 ${n}`,
    remove: '移走',
    lower: '要低于店价和会员价',
    loss: '低于成本',
  },
  pieces: (taken: string, all: string) => `${taken} / ${all} 件`,
} as const
