import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { StatementRowView } from '@/contract/earning'
import { fen, timesFen, yuanText } from '@/domain/money'
import { momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'
import { exactText, percentText, rowTitle, signedText, whoseText, whyText } from './words'

const words = copy.explain

type Props = { readonly row: StatementRowView; readonly onClose: () => void }

/** Price − discounts = paid, × rate = amount; why it is theirs; when it comes. */
export const ExplainSheet = ({ row, onClose }: Props) => {
  const now = usePhone().now()
  const whose = whoseText(row, now)
  return (
    <Sheet isOpen onClose={onClose} title={words.title}>
      <View className="b">{rowTitle(row)}</View>
      {row.order && (
        <View className="n1">{`${copy.row.order(row.order.number)} · ${words.placed(momentText(row.order.placedAt, now))}`}</View>
      )}
      <View className="sums">
        <Formula row={row} />
        {row.rateBp > 0 && (
          <>
            <Sum name={words.base} isStrong>{`¥${yuanText(row.baseFen)}`}</Sum>
            <Sum name={words.rate(percentText(row.rateBp))}>{words.exact(exactText(row.exactMicroYuan))}</Sum>
          </>
        )}
        <Sum name={words.amount} isStrong isLeafy>
          {`¥${yuanText(row.amountFen)}`}
        </Sum>
      </View>
      {whose && (
        <>
          <View className="n1 mt4">{words.whose}</View>
          <View>{whose}</View>
        </>
      )}
      <View className="n1 mt3">{words.when}</View>
      <View>{whyText(row, now)}</View>
    </Sheet>
  )
}

const Formula = ({ row: { formula } }: { readonly row: StatementRowView }) =>
  formula && (
    <>
      <Sum name={words.unit(yuanText(formula.unitFen), formula.quantity)}>
        {`¥${yuanText(timesFen(formula.unitFen, formula.quantity))}`}
      </Sum>
      {formula.cuts
        .filter(({ amountFen }) => amountFen !== 0)
        .map(({ kind, name, amountFen }, place) => (
          <Sum key={place} name={name ?? words.cuts[kind] ?? words.otherCut}>
            {signedText(fen(-amountFen))}
          </Sum>
        ))}
      {formula.refundedFen > 0 && <Sum name={words.refunded}>{signedText(fen(-formula.refundedFen))}</Sum>}
    </>
  )

type SumProps = {
  readonly name: string
  readonly isStrong?: boolean
  readonly isLeafy?: boolean
  readonly children: ReactNode
}

const Sum = ({ name, isStrong = false, isLeafy = false, children }: SumProps) => (
  <View className={isStrong ? 'sum sum-strong' : 'sum'}>
    <View className="grow">{name}</View>
    <View className={isLeafy ? 'leafy' : ''}>{children}</View>
  </View>
)
