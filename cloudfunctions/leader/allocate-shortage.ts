/**
 * Shares out what came by the policy that the sale stated beforehand, once for each product. The decision, the cuts and the
 * promise of every refund are one transaction, so there is no half of it to be taken up again: what follows (money,
 * commission, WeChat's message) are letters of the outbox.
 */
import { sql } from 'kysely'
import type { AllocateRefusal, leader as contract, ShortageView } from '@/contract/leader'
import type { ParsedOf } from '@/contract/define'
import type { SkuId } from '@/domain/ids'
import { ok, refuse, type Result } from '@/domain/result'
import type { Allocation } from '@/domain/shortage/allocate'
import { audit } from '../runtime/audit'
import { brokenConstraint, retryConflicts } from '../runtime/db/errors'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { SaleRow } from '../sale/lock-sale'
import { findSale, lockKeptSale, unknownSale, type Keeper } from './find-sale'
import { viewShortage } from './preview-shortage'
import { refundCuts } from './refund-cuts'
import { shareOut, shortageOf } from './share-out'
import { lockOrdersWith, readProduct, readShortRows } from './shortage.sql'

type Input = ParsedOf<typeof contract.allocate>

export const allocateShortage = async (
  deps: Deps,
  keeper: Keeper,
  input: Input,
): Promise<Result<ShortageView, AllocateRefusal>> => {
  try {
    const done = await retryConflicts(() => deps.db.transaction().execute((trx) => decide(trx, deps, keeper, input)))
    if (!done.ok) return done
  } catch (error) {
    if (brokenConstraint(error) !== 'shortage_decided') throw error
    return refuse({ code: 'shortage.decided' })
  }
  const sale = await findSale(deps, keeper, input.saleId, { whole: true })
  return sale ? viewShortage(deps, sale, input.skuId) : unknownSale()
}

const decide = async (
  trx: Trx,
  deps: Deps,
  keeper: Keeper,
  { saleId, skuId, refundFen }: Input,
): Promise<Result<null, AllocateRefusal>> => {
  const sale = await lockKeptSale(trx, deps, keeper, saleId, { whole: true })
  if (!sale) return unknownSale()
  const product = await readProduct(trx, deps, saleId, skuId)
  if (!product) return refuse({ code: 'sale.line-gone', skuId })
  if (product.decided) return refuse({ code: 'shortage.decided' })
  if (!isTime(sale)) return refuse({ code: 'shortage.not-now', state: sale.state })
  await lockOrdersWith(trx, deps, saleId, skuId)
  const shortage = shortageOf(await readShortRows(trx, deps, saleId, skuId), product.received)
  if (!shortage) return refuse({ code: 'shortage.none' })
  const allocation = shareOut(sale.shortage_policy, shortage)
  if (allocation.refundFen !== refundFen) return refuse({ code: 'shortage.changed', refundFen: allocation.refundFen })
  await writeDecision(trx, deps, keeper, sale, skuId, { ...allocation, ...shortage })
  await refundCuts(trx, deps, sale, skuId, product.title, allocation, keeper)
  await audit(trx, deps, keeper, {
    action: 'sale.allocate',
    subject: saleId,
    subjectName: sale.title,
    after: { skuId, policy: allocation.policy, sold: shortage.sold, received: shortage.received, refundFen },
  })
  return ok(null)
}

/** Before the tiers are reckoned somebody may still pay; once the goods are there the bags are packed. */
const isTime = (sale: SaleRow): boolean =>
  (sale.state === 'closed' && sale.reckoned_at !== null) || sale.state === 'picking'

type Decision = Pick<Allocation, 'policy' | 'refundFen'> & { readonly sold: number; readonly received: number }

const writeDecision = async (
  trx: Trx,
  deps: Deps,
  keeper: Keeper,
  sale: SaleRow,
  skuId: SkuId,
  { policy, refundFen, sold, received }: Decision,
): Promise<void> => {
  await trx
    .insertInto('shortage')
    .values({
      store_id: deps.storeId,
      sale_id: sale.id,
      sku_id: skuId,
      policy,
      sold,
      received,
      refund_fen: refundFen,
      decided_by: keeper.kind === 'staff' ? keeper.staffId : keeper.memberId,
      at: new Date(deps.now()),
    })
    .execute()
  await sql`update sale set version = version + 1 where store_id = ${deps.storeId} and id = ${sale.id}`.execute(trx)
}
