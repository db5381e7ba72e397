/** Friends who tap 助力 on cards of many neighbours: everybody once, each card's fourth friend unlocks its coupon. */
const CAMPAIGNS = 20
/** Cards that wait for four friends each; nobody's own is the one they tap. */
const CARDS = 9_000

const id = (prefix: string, n: string): string => `'${prefix}_' || lpad((${n})::text, 12, '0')`
const terms = (offFen: number, thresholdFen: number): string =>
  `'${JSON.stringify({ offer: { kind: 'amount', offFen }, thresholdFen, scope: { kind: 'all' }, combines: [] })}'`
/** Beside the template of the wallets. */
const [REWARD, HELPERS] = ['ctp_000000000011', 'ctp_000000000012'] as const

export const assistStatements = (store: string): string[] => [
  `insert into coupon_template (store_id, id, name, terms, status, valid_days, budget, per_person, created_at, updated_at)
   values ('${store}', '${REWARD}', '鲜蔬水果券', ${terms(800, 3900)}, 'live', 7, 1000000, 100, now(), now()),
     ('${store}', '${HELPERS}', '新邻居券', ${terms(300, 2900)}, 'live', 3, 1000000, 100, now(), now())`,
  `insert into assist_campaign (store_id, id, name, template_id, helper_template_id, helpers, life_minutes, budget, starts_per_hour, rules, status, starts_at, ends_at, created_at, updated_at)
   select '${store}', ${id('acp', 'n')}, '四位邻居', '${REWARD}', '${HELPERS}', 4, 1440, 1000000, 1000000, '["4 位朋友各点一下"]', 'live', now() - interval '1 day', now() + interval '9 days', now(), now()
   from generate_series(0, ${CAMPAIGNS - 1}) n`,
  `insert into assist_card (store_id, id, campaign_id, member_id, state, helpers, started_at, deadline_at)
   select '${store}', ${id('ast', 'n')}, ${id('acp', `n % ${CAMPAIGNS}`)}, ${id('mem', 'n')}, 'collecting', 4, now(), now() + interval '1 day'
   from generate_series(1, ${CARDS}) n`,
  `insert into share (store_id, code, member_id, channel, day, created_at, assist_id)
   select '${store}', 'a' || lpad(n::text, 11, '0'), ${id('mem', 'n')}, 'chat', current_date, now(), ${id('ast', 'n')} from generate_series(1, ${CARDS}) n`,
]

let taps = 0

/** Helps that a reply said are counted; the checks count them in the database. */
export const given = { helps: 0 }

/** Who taps next, and on which card. */
export const nextHelp = (members: number): { member: number; input: object } => {
  const tap = taps++
  const card = 1 + (tap % CARDS)
  return { member: 1 + ((tap + CARDS) % members), input: { code: `a${String(card).padStart(11, '0')}` } }
}
