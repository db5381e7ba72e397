import { View } from '@tarojs/components'
import type { SaleBoard, WorkbenchView } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { dayText } from '@/ui/moment-text'
import { Card } from '@/ui/card'
import { usePhone } from '@/ui/phone'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { wholeYuan } from './words'

type Props = {
  readonly board: SaleBoard
  readonly leftover: WorkbenchView['leftover']
  readonly onLeftover: (saleId: SaleId) => void
}

const words = copy.figures

/** Four numbers, and how far the bags are: of this sale, and of the one before whose bags are still there. */
export const FiguresCard = ({ board, leftover, onLeftover }: Props) => {
  const now = usePhone().now()
  const { bags } = board
  return (
    <Card look="up">
      <View className="figures">
        <Figure name={words.paid} text={String(board.paidOrders)} />
        <Figure name={words.unpaid} text={String(board.unpaidOrders)} />
        <Money name={words.sold} fen={board.paidFen} />
        <Money name={words.commission} fen={board.estimatedFen} isLeafy />
      </View>
      {board.state === 'delivered' && bags.all > 0 && (
        <Bags title={copy.bags.own} handed={bags.handed} all={bags.all} note={ownNote(bags)} />
      )}
      {leftover && (
        <View {...tap(() => onLeftover(leftover.saleId), leftover.title, { role: 'link' })}>
          <Bags
            title={leftover.title}
            handed={leftover.handed}
            all={leftover.bags}
            note={copy.bags.left(leftover.bags - leftover.handed, dayText(leftover.keptUntilAt, now))}
          />
        </View>
      )}
    </Card>
  )
}

const ownNote = ({ all, handed, noShow }: SaleBoard['bags']): string =>
  all === handed ? copy.bags.done : noShow > 0 ? copy.bags.noShow(noShow) : copy.bags.leftNow(all - handed)

const Figure = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <View className="figure">
    <View className="n1">{name}</View>
    <View className="figure-count">{text}</View>
  </View>
)

type MoneyProps = { readonly name: string; readonly fen: Fen; readonly isLeafy?: boolean }

const Money = ({ name, fen, isLeafy = false }: MoneyProps) => (
  <View className="figure">
    <View className="n1">{name}</View>
    <View className={isLeafy ? 'figure-count leafy' : 'figure-count'}>
      <View className="figure-yen">¥</View>
      {wholeYuan(fen)}
    </View>
  </View>
)

type BagsProps = { readonly title: string; readonly handed: number; readonly all: number; readonly note: string }

const Bags = ({ title, handed, all, note }: BagsProps) => (
  <>
    <View className="hr" />
    <View className="bags-line">
      <View className="cut">{copy.bags.handed(title)}</View>
      <View className="b ink">{handed}</View>
      <View className="grow">{`/ ${all}`}</View>
      <View className="bags-note">{note}</View>
    </View>
    <View className="bags-bar">
      <View className="bags-done" style={`width:${all === 0 ? 0 : Math.round((handed / all) * 100)}%`} />
    </View>
  </>
)
