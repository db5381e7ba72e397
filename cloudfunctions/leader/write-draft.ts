/** Writes an order down for a neighbour. It holds nothing: stock, limits and price are those of the moment somebody places it. */
import type { leader } from '@/contract/leader'
import type { ParsedOf, RefusalOf } from '@/contract/define'
import type { SkuId } from '@/domain/ids'
import { ok, refuse, type Refused } from '@/domain/result'
import type { Wanted } from '@/domain/sale/basket'
import { sharePath, shareUrl } from '@/domain/share/link'
import { checkWords } from '../community/check-words'
import type { MemberCaller } from '../runtime/caller'
import type { Trx } from '../runtime/db/connect'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { findSale, lockKeptSale, unknownSale } from './find-sale'
import { countOpenDrafts, insertNeighbourDraft, readNeighbourDraft } from './neighbour-draft.sql'
import { findWrittenSale } from './sale-terms.sql'

type Input = ParsedOf<typeof leader.writeDraft>
type No = Refused<RefusalOf<typeof leader.writeDraft>>

/** A stairwell's worth. Who needs more has people who can order themselves. */
const MOST_OPEN = 50
const CODE_LENGTH = 16

export const writeDraft: UseCase<typeof leader.writeDraft> = async (deps, caller, input) => {
  if (!(await findSale(deps, caller, input.saleId))) return unknownSale()
  const words = await checkWords(deps, caller.memberId, input.forName, input.note)
  if (!words.ok) return words
  const code = deps.newCode(CODE_LENGTH)
  const no = await deps.db.transaction().execute((trx) => writeIn(trx, deps, caller, input, code))
  if (no) return no
  const draft = await readNeighbourDraft(deps, code)
  if (!draft) throw new Error('a draft was written and is not there')
  return ok({ ...draft, path: sharePath(code, 'draft'), url: shareUrl(deps.config.PUBLIC_URL, code, 'draft') })
}

const writeIn = async (
  trx: Trx,
  deps: Deps,
  caller: MemberCaller,
  { saleId, forName, note, pickupPointId, basket }: Input,
  code: string,
): Promise<No | null> => {
  const sale = await lockKeptSale(trx, deps, caller, saleId)
  if (!sale) return unknownSale()
  if (sale.state !== 'open' || deps.now() >= sale.ends_at.getTime())
    return refuse({ code: 'sale.not-open', state: sale.state === 'open' ? 'closed' : sale.state })
  const lines = new Set((await findWrittenSale(trx, deps, saleId))?.lines.map((line) => line.skuId))
  const gone = basket.find(({ skuId }) => !lines.has(skuId))
  if (gone) return refuse({ code: 'sale.line-gone', skuId: gone.skuId })
  if (pickupPointId !== null && !sale.pickup_point_ids?.includes(pickupPointId))
    return refuse({ code: 'pickup-point.unknown' })
  if ((await countOpenDrafts(trx, deps, saleId)) >= MOST_OPEN)
    return refuse({ code: 'draft.too-many', limit: MOST_OPEN })
  const leaderId = caller.memberId
  await insertNeighbourDraft(trx, deps, {
    code,
    saleId,
    leaderId,
    forName,
    note,
    pickupPointId,
    basket: merged(basket),
  })
  return null
}

const merged = (basket: readonly Wanted[]): Wanted[] => {
  const sums = new Map<SkuId, number>()
  for (const { skuId, quantity } of basket) sums.set(skuId, (sums.get(skuId) ?? 0) + quantity)
  return [...sums].map(([skuId, quantity]) => ({ skuId, quantity }))
}
