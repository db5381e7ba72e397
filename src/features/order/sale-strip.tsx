import { View } from '@tarojs/components'
import type { OrderSaleView, OrderView } from '@/contract/order'
import { yuanText } from '@/domain/money'
import type { SaleId } from '@/domain/ids'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Hint } from '@/ui/notice'
import { tap } from '@/ui/tap'
import { saleCopy } from './sale-copy'
import { saleStateText } from './sale-words'
import './order.scss'

const words = saleCopy.strip

type Props = {
  readonly sale: OrderSaleView
  readonly lines: OrderView['lines']
  readonly onOpen: (saleId: SaleId) => void
}

/** The group sale an order belongs to: one's place in the chain, how far it is, and money that came back by itself. */
export const SaleStrip = ({ sale, lines, onOpen }: Props) => {
  const { id, number, forName, tierBackFen, cuts } = sale
  const title = words.title(sale.title, number)
  const note = [forName && words.paidFor(forName), saleStateText(sale)].filter(Boolean).join(' · ')
  return (
    <Card look="up">
      <View className="row" {...tap(() => onOpen(id), `${title}，${note}，${words.see}`, { role: 'link' })}>
        <Icon name="people" size={22} className="leafy" />
        <View className="grow">
          <View className="b cut">{title}</View>
          <View className="n1">{note}</View>
        </View>
        <Icon name="forward" size={16} className="order-go" />
      </View>
      {tierBackFen > 0 && (
        <Hint icon="undo" className="mt3">
          {words.tierBack(yuanText(tierBackFen))}
        </Hint>
      )}
      {cuts.map(({ lineId, cut, refundFen }) => (
        <Hint key={lineId} icon="box" tone="honey" className="mt2">
          <View>{words.cut(lines.find((line) => line.id === lineId)?.title ?? '', cut)}</View>
          <View>
            {[refundFen > 0 && words.cutBack(yuanText(refundFen)), words.cutRule].filter(Boolean).join(' · ')}
          </View>
        </Hint>
      ))}
    </Card>
  )
}
