import { View } from '@tarojs/components'
import type { ChainEntryView, SaleLineView, SaleView } from '@/contract/sale'
import type { OrderId } from '@/domain/ids'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { PriceText } from '@/ui/price-text'
import { chosenOf, totalOf, type Basket } from './basket'
import { ChainCard } from './chain-card'
import { copy } from './copy'
import { MineCard } from './mine-card'
import { SaleHead } from './sale-head'
import { SaleLines } from './sale-lines'
import { SalePlace } from './sale-place'
import './sale.scss'

type Props = {
  readonly view: SaleView
  readonly basket: Basket
  readonly older: readonly ChainEntryView[]
  readonly news: string
  readonly isBusy: boolean
  readonly onChange: (line: SaleLineView, quantity: number) => void
  readonly onPay: () => void
  readonly onOrder: (orderId: OrderId) => void
  readonly onCode: (orderId: OrderId) => void
  readonly onCommunity: () => void
  readonly onClock: () => void
  readonly onMore: (() => void) | null
  readonly onCopy: () => void
  readonly onPicture: () => void
  readonly onShare: () => void
}

/** A group sale for whoever looks: what there is, how it goes, who has joined, and one button. */
export const SaleScreen = ({ view, basket, older, news, isBusy, onChange, onPay, onShare, ...ways }: Props) => {
  const chosen = chosenOf(basket, view.lineViews)
  const said = chosen.map(({ line, quantity }) => `${line.label}×${quantity}`).join('、')
  return (
    <>
      <SaleHead view={view} onCommunity={ways.onCommunity} onClock={ways.onClock} />
      <MineCard
        mine={view.mine}
        isDelivered={view.pickupPoints.length === 0 ? null : view.state === 'delivered' || view.state === 'settled'}
        onOrder={ways.onOrder}
        onCode={ways.onCode}
      />
      <SaleLines lines={view.lineViews} basket={basket} canOrder={view.canOrder} onChange={onChange} />
      <SalePlace view={view} />
      <ChainCard
        entries={[...view.chain, ...older]}
        count={view.chainCount}
        news={news}
        isBusy={isBusy}
        onMore={ways.onMore}
        onCopy={ways.onCopy}
        onPicture={ways.onPicture}
      />
      <Dock>
        {view.canOrder && chosen.length > 0 ? (
          <>
            <View className="grow sale-total">
              <View className="row base">
                <View className="n2">{copy.dock.total}</View>
                <PriceText fen={totalOf(chosen)} isTotal size={26} />
              </View>
              <View className="n1 cut">
                {[said, view.pickupPoints.length > 0 ? copy.dock.pickup : copy.dock.courier].join(' · ')}
              </View>
            </View>
            <Button onTap={onPay}>{copy.dock.pay}</Button>
          </>
        ) : (
          <>
            <View className="grow n2">{view.canOrder ? copy.dock.none : copy.dock.over[view.state]}</View>
            {view.state === 'open' && (
              <Button kind="leaf" icon="share" onTap={onShare}>
                {copy.dock.share}
              </Button>
            )}
          </>
        )}
      </Dock>
    </>
  )
}
