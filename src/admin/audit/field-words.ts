/** Fields of an audit row in the words of the screens they came from. */
import { fen } from '@/domain/money'
import { epochMs, minuteText } from '@/domain/time'
import { communityStates } from '../community/community-copy'
import { leaderStates } from '../community/copy'
import { roleNames } from '../frame/copy'
import { campaignStatusNames, priceAndShare } from '../group-buy/copy'
import { refundStateNames } from '../group-buy/refunds-copy'
import { kindNames } from '../home/copy'
import { carrierNames, fulfilmentNames, moneyNames, tradeNames } from '../orders/copy'
import { moneyText } from '../parts/money'
import { statusNames } from '../products/copy'
import { saleStates } from '../sales/copy'
import { clockText } from '../settings/clock-text'

const skuField = '规格'

/** A field that a newer server knows and this page does not is shown by its own name. */
const fieldNames: Record<string, string> = {
  trade: '交易',
  money: '资金',
  fulfilment: '履约',
  carrier: '快递公司',
  trackingTail: '单号尾号',
  quantity: '件数',
  isLast: '全部发完',
  refundedFen: '已退',
  refundFen: '退款',
  restock: '退回库存',
  reason: '原因',
  totalFen: '应付',
  remark: '备注',
  district: '区',
  rows: '行数',
  filter: '条件',
  title: '名称',
  subtitle: '副标题',
  name: '名称',
  status: '状态',
  categoryId: '分类',
  parentId: '上级',
  position: '顺序',
  isHidden: '隐藏',
  picture: '图片',
  pictures: '图片',
  url: '图片',
  tags: '标签',
  keywords: '搜索词',
  origin: '产地',
  unit: '单位',
  description: '介绍',
  specs: '规格',
  skus: '规格与价格',
  deliveryTemplateId: '配送模板',
  available: '可售',
  change: '增减',
  kind: '类型',
  feeFen: '运费',
  freeOverFen: '免运门槛',
  areas: '单独计价',
  within: '配送范围',
  keeper: '负责人',
  keeperPhone: '负责人手机',
  address: '地址',
  hours: '营业时间',
  latitude: '纬度',
  longitude: '经度',
  walkMinutes: '步行分钟',
  isClosed: '停用',
  notice: '公告',
  servicePhone: '客服电话',
  searchHint: '搜索框提示词',
  lowStockAt: '库存提醒线',
  orderBeforeMinute: '接单截止',
  readyFromMinute: '最早可取',
  readyUntilMinute: '最晚可取',
  size: '几人成团',
  minSize: '时间到几人也成',
  lifeMinutes: '时限（分钟）',
  perPerson: '每人最多参加',
  mostPieces: '每单最多件数',
  startsAt: '开始',
  endsAt: '结束',
  productId: '商品',
  campaignStatus: '状态',
  refundState: '退款状态',
  attempts: '试过',
  lastError: '没成的原因',
  offer: '优惠',
  thresholdFen: '门槛',
  scope: '适用',
  combines: '可同用',
  isClaimable: '放进领券中心',
  claimFromAt: '开始领',
  claimUntilAt: '停止领',
  validity: '有效期',
  budget: '预算',
  perDay: '每天最多领',
  tiers: '档位',
  deal: '怎么减',
  pool: '怎么数件',
  mostTimes: '每单最多几次',
  shareTitle: '卡片上的话',
  rules: '规则',
  helpers: '需要好友',
  startsPerHour: '每小时新发起',
  templateId: '发起人的券',
  helperTemplateId: '好友的券',
  insteadTemplateId: '普通券',
  assistOff: '全部暂停',
  couponState: '券',
  cardState: '助力卡',
  username: '账号',
  role: '角色',
  pickupPointIds: '负责自提点',
  isDisabled: '停用',
  from: '来自',
  leaderState: '团长',
  communityState: '社群',
  saleState: '接龙',
  groups: '绑定的群',
  toId: '交给',
  rateBp: '费率（万分之）',
  floorBp: '最低到店价的万分之',
  month: '月份',
  makerId: '发起人',
  bag: '取货',
  leaderId: '团长',
  facts: '事实',
  state: '状态',
}

/** A SKU of a campaign or a product is a field of its own. */
export const fieldName = (field: string): string =>
  fieldNames[field] ?? (field.startsWith('sku:') ? `${skuField} ${field.slice(-6)}` : field)

const textsOf = (states: Readonly<Record<string, { readonly text: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(states).map(([state, { text }]) => [state, text]))

const values: Record<string, Record<string, string>> = {
  trade: tradeNames,
  money: moneyNames,
  fulfilment: fulfilmentNames,
  carrier: carrierNames,
  status: statusNames,
  campaignStatus: campaignStatusNames,
  refundState: refundStateNames,
  role: roleNames,
  leaderState: textsOf(leaderStates),
  communityState: textsOf(communityStates),
  saleState: textsOf(saleStates),
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const LONGEST = 160

/** A thing by its name, where it has one; else what it is made of, cut short. */
const thingText = (thing: unknown): string => {
  if (typeof thing === 'string') return thing
  if (isRecord(thing)) {
    const { title, name, names, options, block, priceFen, stockShare, label, received } = thing
    if (typeof label === 'string' && received !== undefined) return [label, received ?? '—'].join(' ')
    if (typeof priceFen === 'number' && typeof stockShare === 'number')
      return priceAndShare(moneyText(fen(priceFen)), stockShare)
    if (isRecord(block))
      return isBlockKind(block.kind) ? [kindNames[block.kind], thingText(block)].join(' ') : thingText(block)
    if (typeof title === 'string') return title
    if (typeof name === 'string') return name
    const parts = [names, options].find(Array.isArray)
    if (parts) return parts.map(thingText).join(' ')
    if (Array.isArray(thing.items)) return thing.items.map(thingText).join(' ')
  }
  const text = JSON.stringify(thing)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const isBlockKind = (kind: unknown): kind is keyof typeof kindNames =>
  typeof kind === 'string' && Object.hasOwn(kindNames, kind)

/** Null for nothing; money, instants, hours and states as the screens write them. */
export const valueText = (field: string, value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    if (field.endsWith('Fen')) return moneyText(fen(value))
    if (field.endsWith('Minute')) return clockText(value)
    if (field.endsWith('At') && value > 1e12) return minuteText(epochMs(value))
  }
  if (typeof value === 'string') return values[field]?.[value] ?? value
  return Array.isArray(value) ? value.map(thingText).join('、') || null : thingText(value)
}
