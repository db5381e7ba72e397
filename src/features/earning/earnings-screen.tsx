import { useState } from 'react'
import { View } from '@tarojs/components'
import type { StatementRowView, StatementView } from '@/contract/earning'
import { fen, yuanText, type Fen } from '@/domain/money'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { Segment } from '@/ui/segment'
import { copy } from './copy'
import { ExplainSheet } from './explain-sheet'
import { ForecastCard } from './forecast-card'
import { PayoutsCard } from './payouts-card'
import { RowLine } from './row-line'
import type { Earnings } from './use-earnings'
import { percentText, signedText } from './words'
import './earning.scss'

type Props = { readonly page: Earnings; readonly view: StatementView }

/** What is owed, what comes, what came; then every row of the month, each of which can say where it is from. */
export const EarningsScreen = ({ page, view }: Props) => {
  const [open, setOpen] = useState<StatementRowView | null>(null)
  return (
    <>
      <TilesCard view={view} />
      <PayoutsCard page={page} />
      <ForecastCard forecast={view.forecast} />
      <View className="months">
        <Segment
          tabs={view.months.map((month) => ({ key: month, text: copy.statement.month(month) }))}
          on={view.month}
          onChange={page.toMonth}
        />
      </View>
      <MonthCard view={view} />
      {page.rows.length === 0 ? (
        <EmptyState {...copy.statement.empty} />
      ) : (
        <Card look="flat">
          {page.rows.map((row) => (
            <RowLine key={row.id} row={row} onOpen={setOpen} />
          ))}
          {page.rows.length < view.rowTotal && (
            <Button kind="ghost" width="wide" isBusy={page.busy === 'more'} onTap={page.more}>
              {copy.statement.more}
            </Button>
          )}
        </Card>
      )}
      {open && <ExplainSheet row={open} onClose={() => setOpen(null)} />}
    </>
  )
}

type Tile = keyof typeof copy.tiles

const TilesCard = ({ view: { balances, paidOutEverFen, rateBp } }: { readonly view: StatementView }) => {
  const tiles: readonly (readonly [Tile, Fen])[] = [
    ['payable', balances['leader-payable']],
    ['coming', balances['leader-pending']],
    ['estimated', balances['leader-estimated']],
    ['transfer', balances['in-transfer']],
    ['held', balances['leader-held']],
    ['paid', paidOutEverFen],
  ]
  return (
    <Card look="up">
      <View className="tiles">
        {tiles.map(([key, amountFen]) => (
          <View className={key === 'payable' ? 'money-tile money-tile-first' : 'money-tile'} key={key}>
            <View className="n1">{copy.tiles[key].name}</View>
            <View className="money-figure">
              <View className="money-yen">¥</View>
              {yuanText(amountFen)}
            </View>
            <View className="n1">{copy.tiles[key].note}</View>
          </View>
        ))}
      </View>
      <View className="n1 mt3">{copy.rate(percentText(rateBp))}</View>
    </Card>
  )
}

const words = copy.statement

/** The month in four lines: they add up. */
const MonthCard = ({ view }: { readonly view: StatementView }) => {
  const { payable, paidOutFen, rowTotal, month } = view
  return (
    <Card>
      <CardHead title={words.month(month)} note={words.count(rowTotal)} />
      <View className="money-line mt2">
        <View className="grow">
          <View>{words.net}</View>
          <View className="n1">
            {words.parts(
              yuanText(payable.earnedFen),
              yuanText(fen(-payable.clawedBackFen)),
              signedText(payable.adjustedFen),
            )}
          </View>
        </View>
        <View className="b">{`¥${yuanText(payable.netFen)}`}</View>
      </View>
      <View className="money-line">
        <View className="grow">{words.out}</View>
        <View className="b">{`¥${yuanText(paidOutFen)}`}</View>
      </View>
    </Card>
  )
}
