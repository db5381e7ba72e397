import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { OrderView } from '@/contract/order'
import type { GroupId, OrderId, SaleId } from '@/domain/ids'
import { carrierName } from '@/domain/order/carrier'
import type { ShopperAct } from '@/domain/order/order'
import { yuanText } from '@/domain/money'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { CountDown } from '@/ui/count-down'
import { Dock } from '@/ui/dock'
import { ListRow } from '@/ui/list-row'
import { OrderAxes, OrderTimeline } from '@/ui/order-timeline'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { QuoteList, type QuoteRow } from '@/ui/quote-list'
import { Sheet } from '@/ui/sheet'
import { copy, refundText } from './copy'
import { GroupStrip } from './group-strip'
import { OrderLines } from './order-lines'
import { PickupCode } from './pickup-code'
import { SaleCode } from './sale-code'
import { SaleStrip } from './sale-strip'
import { actWords } from './use-acts'
import { axesOf, headOf, numberText, timelineOf, whenText } from './words'
import './order.scss'

type Props = {
  readonly order: OrderView
  readonly busy: ShopperAct | null
  /** The feature that words a quote is the checkout's; the page brings its rows. */
  readonly quoteRows: readonly QuoteRow[]
  /** Below them: what was not used, and why. */
  readonly unused: ReactNode
  readonly onAct: (act: ShopperAct) => void
  readonly onOpenProduct: (productId: string) => void
  readonly onOpenGroup: (groupId: GroupId) => void
  readonly onOpenSale: (saleId: SaleId) => void
  readonly onShowCode: (orderId: OrderId) => void
  readonly onCopy: (text: string) => void
  readonly onCall: ((phone: string) => void) | null
  readonly onDeadline: () => void
}

/** Only what moves the order on is filled; going back or again is not. */
const isNextStep = (act: ShopperAct): boolean => act === 'pay' || act === 'confirm-receipt'

/** One order from top to bottom: what now, the code, the story, what is in it, and the next step. */
export const OrderScreen = ({ order, busy, quoteRows, unused, onAct, onOpenProduct, ...ways }: Props) => {
  const { onOpenGroup, onOpenSale, onShowCode, onCopy, onCall, onDeadline } = ways
  const { now } = usePhone()
  const [isExplaining, setIsExplaining] = useState(false)
  const head = headOf(order, now())
  const shown = [...order.acts].slice(0, 3).reverse()
  return (
    <>
      <View className="order-head">
        <View className="row sp">
          <View className="h5">{head.title}</View>
          {order.payDeadlineAt && <CountDown until={order.payDeadlineAt} onEnd={onDeadline} />}
        </View>
        <View className="n2">{head.note}</View>
      </View>
      {order.group && <GroupStrip group={order.group} onOpen={onOpenGroup} onDeadline={onDeadline} />}
      {order.sale && <SaleStrip sale={order.sale} lines={order.lines} onOpen={onOpenSale} />}
      {order.pickup && order.sale ? (
        <SaleCode order={order} sale={order.sale} pickup={order.pickup} onShow={onShowCode} onMoved={onDeadline} />
      ) : (
        order.pickup && (
          <PickupCode
            pickup={order.pickup}
            isOpen={order.trade === 'fulfilling'}
            isReady={order.fulfilment === 'ready'}
          />
        )
      )}
      <Card>
        <OrderAxes axes={axesOf(order)} />
        <View className="mt4">
          <OrderTimeline steps={timelineOf(order, now())} />
        </View>
      </Card>
      <Card>
        <OrderLines order={order} onOpen={onOpenProduct} />
        <ListRow
          title={order.money === 'unpaid' ? copy.toPay : copy.paidTotal}
          note={<PriceText fen={order.totalFen} isTotal size={20} />}
          onTap={() => setIsExplaining(true)}
        />
      </Card>
      {order.parcels.length > 0 && (
        <Card>
          <CardHead title={copy.parcels} />
          {order.parcels.map((parcel) => (
            <ListRow
              key={parcel.id}
              title={carrierName(parcel.carrier)}
              note={parcel.trackingNo}
              onTap={() => onCopy(parcel.trackingNo)}
            />
          ))}
        </Card>
      )}
      {order.refunds.length > 0 && (
        <Card>
          <CardHead title={copy.refunds} />
          {order.refunds.map((refund) => (
            <ListRow
              key={refund.id}
              title={`${copy.refundRow(yuanText(refund.amountFen))} · ${refundText[refund.state]}`}
              note={whenText(refund.doneAt ?? refund.wantedAt, now())}
            />
          ))}
        </Card>
      )}
      <Card look="flat">
        <ListRow title={copy.number} note={numberText(order.number)} onTap={() => onCopy(order.number)} />
        {order.note && <ListRow title={copy.note} note={order.note} />}
        {order.servicePhone && onCall && (
          <ListRow
            title={copy.call}
            note={order.servicePhone}
            onTap={() => order.servicePhone && onCall(order.servicePhone)}
          />
        )}
      </Card>
      <Sheet isOpen={isExplaining} onClose={() => setIsExplaining(false)} title={copy.how}>
        <QuoteList rows={quoteRows} />
        {unused}
      </Sheet>
      {shown.length > 0 && (
        <Dock>
          {shown.map((act) => (
            <Button
              key={act}
              width="grow"
              kind={isNextStep(act) ? 'fill' : 'line'}
              isBusy={busy === act}
              onTap={() => onAct(act)}
            >
              {actWords(act, order.trade)}
            </Button>
          ))}
        </Dock>
      )}
    </>
  )
}
