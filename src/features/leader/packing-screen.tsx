import { useState } from 'react'
import { View } from '@tarojs/components'
import type { PackingView } from '@/contract/leader'
import type { Place } from '@/domain/sale/roll-up'
import { momentText } from '@/ui/moment-text'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { usePhone } from '@/ui/phone'
import { Segment } from '@/ui/segment'
import { copy } from './copy'
import { placeName, type Sheet } from './packing-text'
import { clockText } from './words'
import './packing.scss'

const words = copy.packing

type Props = {
  readonly view: PackingView
  readonly sheet: Sheet
  readonly onSheet: (sheet: Sheet) => void
}

/** Paper for the hands: a slip for each bag, a list to sign, a list for the driver. What is printed is what is seen. */
export const PackingScreen = ({ view, sheet, onSheet }: Props) => {
  const [now] = useState(usePhone().now())
  if (view.slips.length === 0) return <EmptyState {...words.empty} />
  const places = [...new Set(view.slips.map(({ place }) => place))]
  return (
    <>
      <View className="packing-tabs">
        <Segment
          isEven
          tabs={(['slips', 'list', 'stops'] as const).map((key) => ({ key, text: words[key] }))}
          on={sheet}
          onChange={onSheet}
        />
      </View>
      <Card className="paper">
        <View className="paper-title">{words.head(view.title)}</View>
        <View className="n2">{words.from(momentText(view.handOverFromAt, now), clockText(view.handOverUntilAt))}</View>
        <View className="n1">{words.made(momentText(view.printedAt, now))}</View>
        {sheet === 'stops'
          ? view.stops.map((stop) => <StopPart key={stop.place ?? ''} view={view} stop={stop} />)
          : places.map((place) => (
              <View key={place ?? ''}>
                {places.length > 1 && <View className="paper-place">{placeName(view, place)}</View>}
                <SlipRows view={view} place={place} isToSign={sheet === 'list'} />
              </View>
            ))}
      </Card>
    </>
  )
}

type RowsProps = { readonly view: PackingView; readonly place: Place; readonly isToSign: boolean }

const SlipRows = ({ view, place, isToSign }: RowsProps) => (
  <View className={isToSign ? 'paper-rows' : 'paper-slips'}>
    {view.slips
      .filter((slip) => slip.place === place)
      .map((slip) => (
        <View className={isToSign ? 'paper-row' : 'paper-slip'} key={slip.numbers.join()}>
          <View className="paper-number">{slip.numbers.join('·')}</View>
          <View className="grow">
            <View className="b">
              {[slip.name, slip.phoneTail && copy.orders.tail(slip.phoneTail)].filter(Boolean).join(' ')}
            </View>
            {slip.items.map((item) => (
              <View className="paper-item" key={item.label}>
                {item.quantity > 0 ? `${item.label} × ${item.quantity}` : ''}
                {item.cut > 0 ? ` ${words.cut(item.label, item.cut)}` : ''}
              </View>
            ))}
          </View>
          {isToSign ? <View className="paper-sign" /> : <View className="n1">{words.units(slip.units)}</View>}
        </View>
      ))}
  </View>
)

const StopPart = ({ view, stop }: { readonly view: PackingView; readonly stop: PackingView['stops'][number] }) => (
  <View className="paper-stop">
    <View className="b">{words.stop(placeName(view, stop.place), stop.bags, stop.units)}</View>
    {stop.items.map((item) => (
      <View className="paper-item" key={item.skuId}>{`${item.label} × ${item.quantity}`}</View>
    ))}
  </View>
)
