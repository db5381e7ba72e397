/** Who it is, and what lies where; what can be paid out stands out. */
import { fen } from '@/domain/money'
import { rateText } from '../community/copy'
import { Face } from '../parts/face'
import { hourText } from '../parts/hour-text'
import { Money } from '../parts/money'
import type { Tone } from '../theme'
import { copy as names } from './copy'
import { copy } from './statement-copy'
import type { StatementData } from './statement-screen'

const tiles = [
  ['leader-estimated', 'quiet'],
  ['leader-pending', 'doing'],
  ['leader-held', 'todo'],
  ['leader-payable', 'done'],
  ['in-transfer', 'todo'],
  ['paid-out', 'quiet'],
] as const satisfies readonly (readonly [string, Tone])[]

export const StatementTiles = ({ statement }: { statement: StatementData }) => {
  const { leader, rateBp, balances, paidOutEverFen } = statement
  return (
    <section className="card tiles">
      <div className="tiles__who">
        <Face name={leader.name} size={44} />
        <div>
          <b>{leader.name}</b>
          <span className="aside">{copy.communities(leader.communities)}</span>
          <span className="aside">{copy.rate(rateText(rateBp))}</span>
        </div>
      </div>
      {tiles.map(([account, tone]) => (
        <dl key={account} className={`tiles__tile tone-${tone}${account === 'leader-payable' ? ' is-payable' : ''}`}>
          <dt>
            <i className="state-dot" aria-hidden />
            {names.tiles[account]}
          </dt>
          <dd>
            <Money amount={account === 'paid-out' ? paidOutEverFen : fen(balances[account])} weight={650} />
          </dd>
          <dd className="aside">{account === 'in-transfer' ? inTransfer(statement) : copy.tileNotes[account]}</dd>
        </dl>
      ))}
    </section>
  )
}

const inTransfer = ({ payouts, balances }: StatementData): string => {
  const [first] = payouts
    .flatMap(({ transfers }) => transfers)
    .flatMap(({ state, confirmUntilAt }) => (state === 'awaiting-confirm' && confirmUntilAt ? [confirmUntilAt] : []))
    .sort((a, b) => a - b)
  if (first) return copy.confirmBefore(hourText(first))
  return balances['in-transfer'] === 0 ? copy.tileNotes['in-transfer'] : copy.inTransfer
}
