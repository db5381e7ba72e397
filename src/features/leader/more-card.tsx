import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SaleBoard, SaleRow, WorkbenchView } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import type { SaleAct } from '@/domain/sale/sale'
import { Card, CardHead } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { usePhone } from '@/ui/phone'
import { tap } from '@/ui/tap'
import { SureSheet } from './sure-sheet'
import { copy } from './copy'
import { exactYuan, nextMoment } from './words'

const words = copy.more

export type MoreWays = {
  readonly onPage: (saleId: SaleId) => void
  readonly onEdit: (saleId: SaleId) => void
  readonly onDrafts: (saleId: SaleId) => void
  readonly onAgain: (saleId: SaleId) => void
  readonly onFresh: () => void
  readonly onAll: () => void
  readonly onMove: (act: SaleAct) => Promise<boolean>
}
type Props = MoreWays & { readonly board: SaleBoard; readonly busy: string | null }

/** What is done less often: looking at it as neighbours do, changing it, ending it early, opening the next. */
export const MoreCard = ({ board, busy, ...ways }: Props) => {
  const [asked, setAsked] = useState<'close' | 'cancel' | null>(null)
  const { id, state } = board
  return (
    <Card look="flat">
      {state !== 'draft' && <ListRow icon="people" title={words.page} onTap={() => ways.onPage(id)} />}
      {state !== 'settled' && state !== 'cancelled' && (
        <ListRow
          icon="edit"
          title={words.edit}
          {...(state === 'open' ? { note: words.editOpen } : {})}
          onTap={() => ways.onEdit(id)}
        />
      )}
      {state === 'open' && <ListRow icon="list" title={words.drafts} onTap={() => ways.onDrafts(id)} />}
      {board.acts.includes('close') && (
        <ListRow icon="clock" title={copy.next.close.title} onTap={() => setAsked('close')} />
      )}
      {board.acts.includes('cancel') && (
        <ListRow icon="close" title={copy.next.cancel.title} onTap={() => setAsked('cancel')} />
      )}
      <ListRow icon="plus" title={words.again} note={words.againNote} onTap={() => ways.onAgain(id)} />
      <ListRow icon="sparkle" title={words.fresh} onTap={ways.onFresh} />
      <ListRow icon="box" title={words.all} onTap={ways.onAll} />
      {asked && (
        <SureSheet
          title={copy.next[asked].title}
          note={copy.sure[asked]}
          isBusy={busy === asked}
          onClose={() => setAsked(null)}
          onYes={() => void ways.onMove(asked).then((isDone) => isDone && setAsked(null))}
        />
      )}
    </Card>
  )
}

type OthersProps = {
  readonly view: WorkbenchView
  readonly board: SaleBoard
  readonly onPick: (saleId: SaleId) => void
}

/** Other sales that run: a tap puts one of them onto the bench. */
export const OthersCard = ({ view, board, onPick }: OthersProps) => {
  const rows = [...(view.sale ? [view.sale] : []), ...view.others].filter(({ id }) => id !== board.id)
  if (rows.length === 0) return null
  return (
    <Card>
      <CardHead title={words.others} />
      {rows.map((row) => (
        <OtherRow key={row.id} row={row} onPick={onPick} />
      ))}
    </Card>
  )
}

const OtherRow = ({ row, onPick }: { readonly row: SaleRow; readonly onPick: (saleId: SaleId) => void }) => {
  const now = usePhone().now()
  return (
    <View className="other-row" {...tap(() => onPick(row.id), row.title, { role: 'link' })}>
      <View className="grow">
        <View className="cut">{row.title}</View>
        <View className="n1">{[...new Set([copy.state[row.state], nextMoment(row, now)])].join(' · ')}</View>
      </View>
      <View className="n2">{copy.sales.people(row.paidOrders, exactYuan(row.paidFen))}</View>
    </View>
  )
}

/** The words of the dock's button: that it needs no network is what one has to know before the network is gone. */
export const ScanWords = () => (
  <View className="scan-words">
    {copy.dock.scan}
    <View className="scan-note">{copy.dock.scanNote}</View>
  </View>
)
