/** The ledger of one SKU: what is there, that the movements add up to it, and every movement, newest first. */
import { useInfiniteQuery, useIsFetching } from '@tanstack/react-query'
import type { CallOutput } from '@/contract/index'
import type { StockMovement } from '@/contract/staff-catalog'
import type { SkuId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { read } from '../cloud/use-cloud'
import { countText, signedText } from '../parts/count-text'
import { downloadCsv, csvText } from '../parts/csv'
import { dueText } from '../parts/hour-text'
import { Icon } from '../parts/icon'
import { shortNumberText } from '../parts/order-number'
import { Card } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { useNow } from '../parts/use-now'
import { copy, movementNames } from './copy'
import './ledger.css'

export type LedgerSku = { skuId: SkuId; name: string; available: number; held: number }

type Movements = CallOutput<'staff-catalog', 'movements'>

const words = copy.ledger

const useMovements = (skuId: SkuId) =>
  useInfiniteQuery({
    queryKey: ['staff-catalog', 'movements', skuId],
    queryFn: ({ pageParam, signal }): Promise<Movements> =>
      read('staff-catalog', 'movements', { skuId, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

const csvOf = (rows: readonly StockMovement[]): string =>
  csvText([
    words.csvHead,
    ...rows.map((row) => [
      minuteText(row.at),
      movementNames[row.kind],
      row.quantity,
      row.balance,
      row.orderNumber,
      row.staffName,
      row.reason,
    ]),
  ])

export const Ledger = ({ sku }: { sku: LedgerSku }) => {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useMovements(sku.skuId)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const sum = data?.pages[0]?.sum
  // Stock and movements come by two calls: they are compared when both are there, not in between.
  const isSettled = useIsFetching({ queryKey: ['staff-catalog'] }) === 0
  return (
    <Card
      title={words.title}
      aside={sku.name}
      className="ledger"
      action={
        <button
          type="button"
          className="ledger__download"
          aria-label={words.download}
          title={words.download}
          disabled={rows.length === 0}
          onClick={() => downloadCsv(words.fileName(sku.name), csvOf(rows))}
        >
          <Icon name="download" />
        </button>
      }
    >
      <dl className="ledger__sums">
        <Sum name={words.available} amount={sku.available} />
        <Sum name={words.held} amount={sku.held} />
        <Sum name={words.onHand} amount={sku.available + sku.held} />
      </dl>
      {sum !== undefined && <Check isSettled={isSettled} sum={sum} stock={sku.available} />}
      <div className="ledger__rows">
        {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={9} height={34} />)}
        {data && rows.length === 0 && <Empty title={words.none} />}
        {rows.map((row) => (
          <LedgerRow key={row.id} row={row} />
        ))}
        {hasNextPage && (
          <button
            type="button"
            className="ledger__older"
            disabled={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            {words.older}
          </button>
        )}
      </div>
      <p className="ledger__foot aside">{words.foot}</p>
    </Card>
  )
}

const Sum = ({ name, amount }: { name: string; amount: number }) => (
  <div>
    <dt>{name}</dt>
    <dd>{countText(amount)}</dd>
  </div>
)

/** Money and stock are only trusted when they add up; where they don't, it is said and not hidden. */
const Check = ({ sum, stock, isSettled }: { sum: number; stock: number; isSettled: boolean }) => {
  const isRight = sum === stock || !isSettled
  return (
    <p className={`ledger__check ${isRight ? 'is-right' : 'is-wrong'}`}>
      <Icon name={isRight ? 'check' : 'warn'} size={12} />
      {isRight ? words.matches : words.differs(countText(sum), countText(stock))}
    </p>
  )
}

const LedgerRow = ({ row }: { row: StockMovement }) => {
  const source = [row.orderNumber && words.order(shortNumberText(row.orderNumber)), row.reason, row.staffName].filter(
    Boolean,
  )
  return (
    <div className="ledger__row">
      <time className="aside">{dueText(row.at, useNow())}</time>
      <span className="ledger__what">
        {movementNames[row.kind]}
        {source.length > 0 && <span className="second">{source.join(' · ')}</span>}
      </span>
      <span className={`ledger__change${row.quantity > 0 ? ' is-plus' : ''}`}>{signedText(row.quantity)}</span>
      <span className="ledger__balance">{countText(row.balance)}</span>
    </div>
  )
}
