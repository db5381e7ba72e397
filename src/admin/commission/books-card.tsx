/** The month in double entry: what moved on each account, and that it sums to zero. */
import { accounts, isZero, type Account } from '@/domain/commission/ledger'
import { addFen, ZERO } from '@/domain/money'
import { Icon } from '../parts/icon'
import { Money, moneyText } from '../parts/money'
import { Card } from '../parts/page'
import { accountNames } from './copy'
import { copy } from './statement-copy'
import type { StatementData } from './statement-screen'

/** A pair of its own: before receipt nothing is owed yet. */
const beside: readonly Account[] = ['store-expected', 'leader-estimated']

export const BooksCard = ({ statement: { change, leader } }: { statement: StatementData }) => {
  const isFine = isZero(change)
  const moved = accounts.filter((account) => change[account] !== 0 && !beside.includes(account))
  return (
    <Card
      title={copy.books}
      aside={copy.booksNote}
      className="books"
      action={
        <span className={isFine ? 'books__zero' : 'books__wrong'}>
          <Icon name={isFine ? 'check' : 'warn'} size={12} />
          {isFine ? copy.zero : copy.notZero}
        </span>
      }
    >
      <dl className="books__lines">
        {moved.map((account) => (
          <div key={account}>
            <dt>{account === 'leader-payable' ? copy.owed(leader.name) : accountNames[account]}</dt>
            <dd>
              <Money amount={change[account]} weight={400} />
            </dd>
          </div>
        ))}
        <div className="books__total">
          <dt>{copy.total}</dt>
          <dd>
            <Money amount={addFen(ZERO, ...accounts.map((account) => change[account]))} />
          </dd>
        </div>
      </dl>
      {change['leader-estimated'] !== 0 && (
        <p className="aside books__beside">{copy.beside(moneyText(change['leader-estimated']))}</p>
      )}
    </Card>
  )
}
