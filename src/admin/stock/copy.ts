/** Words of stock: the list, the ledger of one SKU, and correcting it. */
import type { MovementKind } from '@/contract/staff-catalog'
import type { RefusalWording } from '../cloud/refusal-text'

export const movementNames = {
  received: '到货入库',
  held: '下单占用',
  released: '取消退回',
  adjusted: '盘点调整',
  returned: '退货入库',
} as const satisfies Record<MovementKind, string>

export const copy = {
  title: '库存',
  aside: (total: string, low: string) => `${total} 个规格 · ${low} 个快卖完`,
  filters: { text: '搜索', low: '库存', lowOnly: '快卖完' },
  columns: {
    goods: '商品',
    code: '编码',
    available: '可售',
    held: '占用',
    onHand: '在库',
    sold: '近 7 天卖出',
    lasts: '还能卖',
  },
  lasts: (days: number) => (days > 60 ? '60 天以上' : days < 1 ? '不到 1 天' : `约 ${days} 天`),
  out: '卖完',
  low: '快卖完',
  adjust: '改库存',
  none: '没有符合的规格',
  noneNote: '换个词，或看看全部库存。',
  ledger: {
    title: '库存流水',
    pick: '点一行看它的流水',
    pickNote: '每次变动都有来源，合计等于账面。',
    available: '可售',
    held: '占用',
    onHand: '在库',
    matches: '流水合计与账面相符',
    differs: (sum: string, stock: string) => `流水合计 ${sum}，账面 ${stock}，对不上；请联系技术`,
    order: (number: string) => `订单 ${number}`,
    older: '看更早的',
    foot: '右列为变动后可售数',
    download: '导出流水',
    fileName: (name: string) => `库存流水-${name}.csv`,
    csvHead: ['时间', '类型', '变动', '变动后可售', '订单', '店员', '原因'],
    none: '还没有变动',
  },
  form: {
    title: '改库存',
    kind: '为什么变',
    kinds: { received: '到货', adjusted: '盘点', returned: '退货' },
    change: '增减',
    changeHint: '进货填正数，损耗填负数',
    after: (now: string, after: string) => `可售 ${now} → ${after}`,
    below: '可售不能小于 0',
    reason: '原因',
    reasonHint: '例如：进货单 1122-03、盘点少 2 盒',
    wanted: '填一下',
    act: (change: string) => `记 ${change}`,
    done: (available: string) => `已记账，可售 ${available}`,
    refusals: {
      'sku.unknown': '这个规格已经不在了',
      'stock.below-zero': ({ available }) => `账面只有 ${available}，减多了`,
    } satisfies RefusalWording<'staff-catalog', 'adjustStock'>,
  },
} as const
