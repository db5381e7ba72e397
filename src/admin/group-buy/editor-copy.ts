/** Words of one campaign: form, checks, what the shopper sees, what it brought. */
import type { PriceWarning } from '@/domain/group-buy/campaign'
import { ZERO, type Fen } from '@/domain/money'
import { moneyText } from '../parts/money'

export const copy = {
  newTitle: '新拼团活动',
  saveDraft: '存草稿',
  save: '保存',
  saved: '已保存',
  unsaved: (n: number) => `有 ${n} 处改动未保存`,
  mend: (n: number) => `改好 ${n} 处才能保存`,
  copyOne: '复制一份',
  copyName: (name: string) => `${name.slice(0, 27)}（2）`,
  missing: { product: '先选商品', name: '先填名称', price: '至少一个规格要有拼团价' },
  form: {
    title: '活动内容',
    name: '名称',
    nameHint: '只给同事看，例如：草莓三人团',
    product: '商品',
    productHint: '搜商品名',
    productFixed: '发布后不能换商品',
    size: '几人成团',
    sizeUnit: (n: number) => `${n} 人`,
    sizeNote: '含团长，最多 5 人',
    minSize: '到时没满员',
    minSizeNone: '不成团，全额退款',
    minSizeSome: (n: number) => `满 ${n} 人也成团`,
    minSizeNote: '会写在分享卡片上',
    life: '时限',
    lifeNote: '从团长付款起算',
    minutes: (n: number) => `${n} 分钟`,
    hours: (n: number) => `${n} 小时`,
    limits: '每人限制',
    perPerson: '次',
    perPersonLabel: '每人最多参加几次',
    mostPieces: '件 / 单',
    mostPiecesLabel: '每单最多几件',
    limitsNote: '参加次数，每单件数',
    startsAt: '开始开团',
    endsAt: '停止开团',
    endsNote: '停止后，已开的团照常走完',
  },
  openGroups: (n: number) => `${n} 个团正在拼，它们不受影响`,
  openGroupsNote: '已开的团按开团时的约定走完，改动只影响新开的团。',
  noOpenGroups: '现在没有正在拼的团，改动只影响新开的团。',
  paused: '已暂停，顾客不能开新团',
  ended: '活动已结束，不能再改；可以复制一份。',
  prices: {
    title: '规格与拼团价',
    aside: '拼团价空着就是不参加',
    sku: '规格',
    sale: '售价',
    group: '拼团价',
    margin: '毛利',
    share: '份额',
    only: '默认',
    off: '已下架',
    member: (price: string) => `会员 ${price}`,
    shelf: (n: number) => `可售 ${n}`,
    cost: (price: string) => `成本 ${price}`,
    noCost: '没填成本',
    taken: (n: number) => `已占 ${n}`,
    none: '先选商品，规格会列在这里。',
  },
  checks: {
    title: '规则检查',
    bad: (n: number) => `${n} 处要改`,
    warned: (n: number) => `${n} 处提醒`,
    passed: (n: number) => `${n} 项通过`,
    setShare: (n: number) => `改为 ${n} 件`,
  },
  preview: {
    title: '顾客看到的',
    aside: '分享卡片与商品页价格',
    missing: '还差',
    missingUnit: '人就成团',
    current: (confirmed: number, size: number) => `当前 ${confirmed} / ${size} 人`,
    you: '你',
    refund: '没拼成全额退',
    alone: (price: string) => `单独买 ${price}`,
    group: (size: number) => `${size} 人拼团`,
    member: '会员价',
    single: '单独购买',
    open: (size: number) => `开 ${size} 人团`,
    saves: (amount: string) => `每件省 ${amount}`,
    rules: (life: string, threshold: string) => `付款开团，${life}内凑齐；${threshold}`,
    threshold: (minSize: number | null) => (minSize ? `到时满 ${minSize} 人也按拼团价成团` : '没凑齐自动全额退'),
    none: '选好商品，填了拼团价，这里就是顾客看到的样子。',
  },
  numbers: {
    title: '效果',
    none: '发布后看效果',
    noneNote: '开团、成团用时，从卡片到付款的每一步，都会在这里。',
    opened: '开团',
    openNow: (n: number) => `正在拼 ${n}`,
    filledRate: '成团率',
    filled: (filled: number, expired: number) => `成 ${filled} · 没成 ${expired}`,
    median: '成团用时',
    medianNote: '一半的团更快',
    medianText: (time: string) => `一半的团 ${time}内成`,
    paid: '收款',
    pieces: (n: number) => `${n} 件，已退除外`,
    funnel: '从卡片到付款',
    funnelAside: '做出的卡片 → 打开的人 → 占到的名额 → 付款',
    steps: { shared: '做出卡片', opened: '打开卡片', joined: '占到名额', paid: '付了款' },
    perCard: (n: string) => `每张 ${n} 人`,
    share: '占用份额',
    shareOf: (taken: string, share: string) => `${taken} / ${share} 件`,
    groups: '看这个活动的团',
    refunds: '看退款台账',
  },
} as const

/** Rules that the shop keeps by itself; the clause is of 《微信小程序平台运营规范》. */
export const kept: readonly { text: string; clause?: string }[] = [
  { text: '含团长不超过 5 人', clause: '5.1.8' },
  { text: '时限不超过 24 小时', clause: '5.1.7' },
  { text: '分享本身没有奖励', clause: '5.1.4' },
  { text: '没有虚拟成团', clause: '5.11.1' },
  { text: '没成全额退，有台账' },
  { text: '三种价格并排给人看' },
]

/** What staff should know of a price, and still may do. */
export const warningText = (warning: PriceWarning, lossFen: Fen = ZERO): { title: string; note: string } => {
  switch (warning.code) {
    case 'below-cost':
      return { title: '低于成本', note: `成本 ${moneyText(warning.costFen)}，每卖一件亏 ${moneyText(lossFen)}。` }
    case 'above-member':
      return {
        title: '不比会员价低',
        note: `会员单独买就是 ${moneyText(warning.memberPriceFen)}，拼团对会员没有吸引力。`,
      }
    case 'share-over-shelf':
      return { title: '份额比货架多', note: `货架上只有 ${warning.available} 件，卖完后团会拼不下去。` }
    default:
      return warning satisfies never
  }
}
