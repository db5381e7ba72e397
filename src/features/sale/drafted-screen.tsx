import { View } from '@tarojs/components'
import type { NeighbourDraftView } from '@/contract/sale'
import { yuanText } from '@/domain/money'
import { AddressCard } from '@/ui/address-card'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { ImageBox } from '@/ui/image-box'
import { momentText } from '@/ui/moment-text'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { copy } from './copy'
import './sale.scss'

const words = copy.drafted

type Props = { readonly view: NeighbourDraftView; readonly onPay: () => void; readonly onSale: () => void }

/** What a leader wrote down for a neighbour: whoever pays sees everything before. */
export const DraftedScreen = ({ view, onPay, onSale }: Props) => {
  const now = usePhone().now()
  const { leader, forName, note, state, lines, totalFen, pickupPoint, endsAt } = view
  return (
    <>
      <View className="row sale-owner">
        <Avatar name={leader.name} url={leader.avatar} size={56} isRinged />
        <View className="grow">
          <View className="sale-owner-name">{words.head(leader.name, forName)}</View>
          <View className="n2">{words.note(forName)}</View>
        </View>
      </View>
      <Card look="up">
        {lines.map(({ skuId, title, options, picture, quantity, priceFen }) => (
          <View className="row drafted-line" key={skuId}>
            <View className="drafted-picture">
              <ImageBox picture={picture} isSmall />
            </View>
            <View className="grow">
              <View className="b two-lines">{title}</View>
              <View className="n1">{[...options, `×${quantity}`].join(' · ')}</View>
            </View>
            <PriceText fen={priceFen} isInk size={17} />
          </View>
        ))}
        {note && <View className="drafted-word n2">{words.word(leader.name, note)}</View>}
      </Card>
      {pickupPoint && <AddressCard title={pickupPoint.name} note={pickupPoint.address} />}
      {state !== 'open' && (
        <Hint icon="clock" tone="honey">
          {words.over[state]}
        </Hint>
      )}
      <Dock>
        <View className="grow">
          <View className="row base">
            <View className="n2">{copy.dock.total}</View>
            <PriceText fen={totalFen} isTotal size={26} />
          </View>
          <View className="n1">{words.until(momentText(endsAt, now))}</View>
        </View>
        {state === 'open' ? (
          <Button onTap={onPay}>{words.pay(yuanText(totalFen))}</Button>
        ) : (
          <Button kind="line" onTap={onSale}>
            {words.see}
          </Button>
        )}
      </Dock>
    </>
  )
}
