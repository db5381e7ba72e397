/** The rows of a month, newest first; one opens into the formula from price to commission. */
import { useState } from 'react'
import { Pagination, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { StatementRowView } from '@/contract/earning'
import { accounts } from '@/domain/commission/ledger'
import { epochMs, type EpochMs } from '@/domain/time'
import { yuanText } from '@/domain/money'
import { rateText } from '../community/copy'
import { Money } from '../parts/money'
import { opensItself } from '../parts/opening-row'
import { shortNumberText } from '../parts/order-number'
import { Card } from '../parts/page'
import { Picture } from '../parts/picture'
import { StateTag } from '../parts/state-cell'
import { Empty } from '../parts/states'
import { pageOf, useUrlState } from '../parts/url-state'
import { earningStates, kindTags } from './copy'
import { Formula } from './formula'
import { copy, rowDate, whyText } from './statement-copy'
import type { StatementData } from './statement-screen'

/** As many as the contract's `STATEMENT_PAGE`; importing it would bring every check of the contract into the page. */
const STATEMENT_PAGE = 200

const words = copy.columns

const hasMoved = ({ change }: StatementRowView): boolean => accounts.some((account) => change[account] !== 0)

/** The same order and the same reason as the row above is said once. */
const isSame = (row: StatementRowView, above: StatementRowView | undefined): boolean =>
  above !== undefined &&
  row.orderId !== null &&
  row.orderId === above.orderId &&
  row.kind === above.kind &&
  row.why.kind === above.why.kind &&
  row.why.kind !== 'clawed-back'

export const StatementRows = ({ statement }: { statement: StatementData }) => {
  const { search, change } = useUrlState()
  // days are what is counted here: a tick would draw two hundred rows each second
  const [now] = useState(() => epochMs(Date.now()))
  const isOnlyMoved = search.get('only') === 'moved'
  const rows = isOnlyMoved ? statement.rows.filter(hasMoved) : statement.rows
  const open = search.get('open')
  return (
    <Card
      flush
      className="statement-rows"
      title={copy.rows}
      aside={copy.rowsNote(statement.rowTotal)}
      action={
        <span className="statement-rows__which">
          <Which isOn={!isOnlyMoved} name={copy.all} onPick={() => change({ only: undefined })} />
          <Which isOn={isOnlyMoved} name={copy.onlyMoved} onPick={() => change({ only: 'moved' })} />
        </span>
      }
    >
      <div className="scroll-body">
        {statement.rowTotal === 0 ? (
          <Empty icon="coins" title={copy.none} note={copy.noneNote} />
        ) : rows.length === 0 ? (
          <Empty icon="coins" title={copy.nothingMoved} />
        ) : (
          <Table<StatementRowView>
            size="small"
            rowKey="id"
            sticky
            pagination={false}
            dataSource={[...rows]}
            columns={columnsOf(rows, now)}
            expandable={{
              expandedRowKeys: open ? [open] : [],
              showExpandColumn: false,
              expandedRowRender: (row) => <Formula row={row} leader={statement.leader.name} />,
            }}
            rowClassName={({ amountFen, id }) =>
              `${amountFen === 0 ? 'is-zero' : ''}${id === open ? ' is-opened' : ''}`
            }
            onRow={({ id }) => ({
              ...opensItself(() => change({ open: id === open ? undefined : id })),
              'aria-expanded': id === open,
            })}
          />
        )}
      </div>
      <Foot statement={statement} />
    </Card>
  )
}

const Which = ({ isOn, name, onPick }: { isOn: boolean; name: string; onPick: () => void }) => (
  <button type="button" aria-pressed={isOn} className={isOn ? 'is-on' : ''} onClick={onPick}>
    {name}
  </button>
)

const columnsOf = (rows: readonly StatementRowView[], now: EpochMs): TableColumnsType<StatementRowView> => [
  {
    title: words.order,
    width: 124,
    render: (_, { order, bookedAt }) => (
      <>
        {order ? shortNumberText(order.number) : '—'}
        <span className="second">{rowDate(order?.placedAt ?? bookedAt)}</span>
      </>
    ),
  },
  {
    title: words.goods,
    ellipsis: true,
    render: (_, { goods }) =>
      goods ? (
        <span className="statement-rows__goods">
          <Picture picture={goods.picture} size={30} />
          <span>
            {goods.title} ×{goods.quantity}
          </span>
        </span>
      ) : (
        copy.adjustment
      ),
  },
  {
    title: words.base,
    width: 78,
    align: 'right',
    render: (_, { kind, baseFen }) => (kind === 'adjustment' ? '—' : <Money amount={baseFen} weight={400} />),
  },
  {
    title: words.rate,
    width: 50,
    align: 'right',
    render: (_, { kind, rateBp, why }) => (
      <span className="aside">{kind === 'adjustment' || why.kind === 'own-purchase' ? '—' : rateText(rateBp)}</span>
    ),
  },
  {
    title: words.amount,
    width: 78,
    align: 'right',
    render: (_, { amountFen, state }) => (
      <span className={amountFen < 0 ? 'statement-rows__minus' : state === 'dropped' ? 'statement-rows__zero' : ''}>
        <Money amount={amountFen} />
      </span>
    ),
  },
  {
    title: words.why,
    width: 244,
    render: (_, row, at) => (
      <span className="statement-rows__why">
        <StateTag {...(kindTags[row.kind] ?? earningStates[row.state])} />
        <span>{isSame(row, rows[at - 1]) ? copy.same : whyText(row.why, now)}</span>
      </span>
    ),
  },
  { title: words.when, width: 70, align: 'right', render: (_, row) => whenText(row) },
]

const whenText = ({ state, releaseAt }: StatementRowView): string => {
  if (state === 'dropped') return '—'
  if (state === 'held') return copy.pending
  return releaseAt ? rowDate(releaseAt) : copy.later
}

const Foot = ({ statement: { rowTotal, rows, payable } }: { statement: StatementData }) => {
  const { search, change } = useUrlState()
  const page = pageOf(search)
  const { earnedFen, clawedBackFen, adjustedFen, netFen } = payable
  const plain = (text: string): string => text.replace('−', '')
  return (
    <footer className="pager">
      <span>
        {rowTotal > 0 &&
          copy.range((page - 1) * STATEMENT_PAGE + 1, (page - 1) * STATEMENT_PAGE + rows.length, rowTotal)}
      </span>
      {rowTotal > STATEMENT_PAGE && (
        <Pagination
          size="small"
          current={page}
          total={rowTotal}
          pageSize={STATEMENT_PAGE}
          showSizeChanger={false}
          onChange={(next) => change({ page: next === 1 ? undefined : next })}
        />
      )}
      <span>
        {copy.net} <Money amount={netFen} />{' '}
        {copy.parts(
          yuanText(earnedFen),
          clawedBackFen === 0 ? null : plain(yuanText(clawedBackFen)),
          adjustedFen === 0 ? null : yuanText(adjustedFen),
        )}
      </span>
    </footer>
  )
}
