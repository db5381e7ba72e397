/** Who counted what came of a sale, out of the trail. */
import type { SaleCount } from '@/contract/staff-sale'
import { epochMs } from '@/domain/time'
import { COUNTED_ACT, type LineCount } from '../leader/receive-goods'
import type { Deps } from '../runtime/deps'

type Row = {
  readonly at: Date
  readonly before: readonly Pick<LineCount, 'skuId' | 'received'>[]
  readonly after: readonly Pick<LineCount, 'skuId' | 'received'>[]
  readonly staff: string | null
  readonly leaderId: string | null
  readonly leader: string | null
}

/** A sale is counted in an evening: more than that many entries nobody reads here, the trail has them all. */
const MOST = 50

const countsStatement = {
  name: 'staff-sale.counts-of-sale',
  text: `select a.at, a.before, a.after, s.name as staff, m.id as "leaderId", m.name as leader
    from audit a
    left join staff s on s.store_id = $1 and s.id = a.staff_id
    left join member m on m.store_id = $1 and m.id = a.staff_id
    where a.store_id = $1 and a.subject = $2 and a.action = $3 order by a.id desc limit $4`,
}

export const readCounts = async ({ database, storeId }: Deps, saleId: string): Promise<SaleCount[]> => {
  const rows = await database.run<Row>(countsStatement, [storeId, saleId, COUNTED_ACT, MOST])
  return rows.map(({ at, before, after, staff, leaderId, leader }) => {
    const was = new Map(before.map(({ skuId, received }) => [skuId, received]))
    return {
      at: epochMs(at.getTime()),
      by: { name: staff ?? leader ?? '', isLeader: leaderId !== null },
      lines: after.map(({ skuId, received }) => ({ skuId, before: was.get(skuId) ?? null, after: received })),
    }
  })
}
