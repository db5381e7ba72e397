/** What neighbours read about where a sale stands, wherever it is shown to them. */
import type { SaleState } from '@/domain/sale/sale'

export const saleStateText = {
  draft: '没开始',
  open: '进行中',
  closed: '已截单',
  picking: '备货中',
  delivered: '可取货',
  settled: '已结束',
  cancelled: '已取消',
} as const satisfies Record<SaleState, string>
