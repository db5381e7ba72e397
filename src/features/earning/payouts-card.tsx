import { useState } from 'react'
import { View } from '@tarojs/components'
import type { TransferView } from '@/contract/earning'
import { yuanText } from '@/domain/money'
import { momentText } from '@/ui/moment-text'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { usePhone } from '@/ui/phone'
import { Sheet } from '@/ui/sheet'
import { isWechat } from '@/platform/wx'
import { copy } from './copy'
import type { Earnings } from './use-earnings'

const words = copy.payouts
const SHOWN = 3

/** Transfers, those that wait for a yes first. In WeChat its own sheet asks; on the web of the demo ours plays it. */
export const PayoutsCard = ({ page }: { readonly page: Earnings }) => {
  const [isAll, setIsAll] = useState(false)
  const [asked, setAsked] = useState<TransferView | null>(null)
  const transfers = page.payouts.flatMap((payout) => payout.transfers.map((transfer) => ({ payout, transfer })))
  if (transfers.length === 0) return null
  const waiting = transfers.filter(({ transfer }) => transfer.state === 'awaiting-confirm')
  const others = transfers.filter(({ transfer }) => transfer.state !== 'awaiting-confirm')
  const shown = [...waiting, ...(isAll ? others : others.slice(0, SHOWN))]
  const confirm = (transfer: TransferView) => (isWechat ? void page.confirm(transfer) : setAsked(transfer))
  return (
    <Card>
      <CardHead title={words.title} />
      {waiting.length > 0 && <View className="n1 mt1">{words.note}</View>}
      {shown.map(({ payout, transfer }) => (
        <TransferRow
          key={transfer.id}
          transfer={transfer}
          at={transfer.endedAt ?? transfer.askedAt ?? payout.proposedAt}
          isBusy={page.busy === transfer.id}
          onConfirm={() => confirm(transfer)}
        />
      ))}
      {!isAll && others.length > SHOWN && (
        <Button kind="ghost" width="wide" onTap={() => setIsAll(true)}>
          {words.all}
        </Button>
      )}
      {asked && (
        <Sheet
          isOpen
          onClose={() => setAsked(null)}
          title={words.sure(yuanText(asked.amountFen))}
          foot={
            <>
              <Button kind="line" width="grow" onTap={() => setAsked(null)}>
                {words.later}
              </Button>
              <Button
                kind="leaf"
                width="grow"
                isBusy={page.busy === asked.id}
                onTap={() => void page.confirm(asked).then(() => setAsked(null))}
              >
                {words.yes}
              </Button>
            </>
          }
        >
          <View className="n2">{words.sureNote}</View>
        </Sheet>
      )}
    </Card>
  )
}

type RowProps = {
  readonly transfer: TransferView
  readonly at: TransferView['confirmUntilAt']
  readonly isBusy: boolean
  readonly onConfirm: () => void
}

const TransferRow = ({ transfer, at, isBusy, onConfirm }: RowProps) => {
  const now = usePhone().now()
  const isWaiting = transfer.state === 'awaiting-confirm'
  return (
    <View className="money-line">
      <View className="grow">
        <View className="b">{`¥${yuanText(transfer.amountFen)}`}</View>
        <View className="n1">
          {isWaiting && transfer.confirmUntilAt !== null
            ? words.until(momentText(transfer.confirmUntilAt, now))
            : [words.state[transfer.state], at !== null && momentText(at, now)].filter(Boolean).join(' · ')}
        </View>
      </View>
      {isWaiting && (
        <Button kind="leaf" isSmall isBusy={isBusy} onTap={onConfirm}>
          {words.confirm}
        </Button>
      )}
    </View>
  )
}
