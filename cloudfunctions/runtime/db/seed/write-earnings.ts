/**
 * The leaders' commission of the past: booked, accrued, released, paid out and clawed back by the rules, each at its hour, so
 * that every fen of the demo's statements says where it comes from. After the orders and the sales.
 */
import { sql } from 'kysely'
import { adjust } from '@/domain/commission/earning'
import { fen } from '@/domain/money'
import type { MemberId } from '@/domain/ids'
import { DAY, HOUR, later, type EpochMs } from '@/domain/time'
import { openBooks } from '../../../earning/open-books'
import { USUAL_RATE } from '../../../earning/last-touch.sql'
import type { Deps } from '../../deps'
import type { Trx } from '../connect'
import { demoId, demoMemberId } from '../demo-ids'
import { leaders } from './catalogue/people'
import { readHappenings } from './earnings/happenings'
import { payOut, type PastPayout } from './earnings/pay-out'
import { refundAfterPayout } from './earnings/refund-after-payout'
import { rowsInMind } from './earnings/rows-in-mind'

/** Payouts of the past, in the order of time. The last of 阿芳's goes to WeChat in the first minute of the demo. */
const payouts: readonly (Omit<PastPayout, 'opensAt'> & { readonly hoursAgo: number })[] = [
  ...leaders.map(({ name }) => ({ leader: name, hoursAgo: 24 * 24, end: 'paid' as const })),
  { leader: 'afang', hoursAgo: 9 * 24, end: 'paid' },
  { leader: 'afang', hoursAgo: 76, end: 'approved' },
  { leader: 'laozhou', hoursAgo: 2, end: 'proposed' },
]

export const writeEarnings = async (trx: Trx, deps: Deps): Promise<void> => {
  const now = deps.now()
  await creditCards(trx, deps)
  let clock = now
  const past: Deps = { ...deps, now: () => clock }
  const books = openBooks(past)
  const rows = rowsInMind(past, books, (at) => void (clock = at))

  const acts: { at: EpochMs; act: () => Promise<void> | void }[] = (await readHappenings(trx, deps)).map(
    (happening) => ({ at: happening.at, act: () => rows.hear(happening) }),
  )
  for (const { hoursAgo, ...payout } of payouts)
    acts.push({
      at: later(now, -hoursAgo * HOUR),
      act: () => payOut(trx, past, rows, { ...payout, opensAt: now }, (at) => void (clock = at)),
    })
  acts.push({ at: later(now, -20 * HOUR), act: () => refundOne(trx, past, rows) })
  acts.push({ at: later(now, -2 * DAY), act: () => rows.keep(books.book(...correction(past))) })

  for (const { at, act } of acts.sort((a, b) => a.at - b.at)) {
    rows.releaseUntil(at)
    clock = at
    await act()
  }
  rows.releaseUntil(now)
  await books.write(trx)
}

/** Members who bought through a leader's card had opened it a little before. */
const creditCards = async (trx: Trx, { storeId }: Deps): Promise<void> => {
  const ids = leaders.map(({ name }) => demoMemberId(name))
  await sql`
    with led as (
      update orders set leader_id = sharer_id, attribution = jsonb_build_object('kind', 'touch', 'leaderId', sharer_id, 'touch',
        jsonb_build_object('at', (extract(epoch from placed_at - interval '17 minutes') * 1000)::bigint, 'leaderId', sharer_id,
          'via', jsonb_build_object('kind', 'card', 'shareCode', share_code)))
      where store_id = ${storeId} and sharer_id = any(${ids}::text[]) and sharer_id <> member_id
        and group_id is null and leader_id is null
      returning id
    )
    update order_line l set rate_bp = ${USUAL_RATE} from led where l.store_id = ${storeId} and l.order_id = led.id`.execute(
    trx,
  )
}

const refundOne = async (trx: Trx, past: Deps, rows: ReturnType<typeof rowsInMind>): Promise<void> => {
  const afang = demoMemberId('afang')
  const paid = rows.all().filter(({ earning }) => earning.leaderId === afang && earning.state === 'paid')
  const happening = await refundAfterPayout(trx, past, paid)
  if (happening) rows.hear(happening)
}

const correction = (past: Deps): Parameters<ReturnType<typeof openBooks>['book']> => {
  const leaderId: MemberId = demoMemberId('afang')
  const draft = { id: past.newId('ern'), leaderId, amountFen: fen(2_000), remark: '周三搬运补贴' }
  const adjusted = adjust(draft, past.now())
  if (!adjusted.ok) throw new Error(adjusted.refusal.code)
  return [adjusted.value, { staffId: demoId('stf', 'manager'), requestId: 'demo-adjustment-1' }]
}
