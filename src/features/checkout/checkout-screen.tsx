import { useState } from 'react'
import { Textarea, View } from '@tarojs/components'
import type { CheckoutView } from '@/contract/order'
import { yuanText } from '@/domain/money'
import { AddressCard } from '@/ui/address-card'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { ImageBox } from '@/ui/image-box'
import { ListRow } from '@/ui/list-row'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'
import { useDraft, writeNote } from './draft'
import { priceReason } from './explain'
import { FlashFacts } from './flash-facts'
import { GroupFacts } from './group-facts'
import { QuoteCard } from './quote-card'
import { SaleFacts } from './sale-facts'
import { WaySheet, WayTabs } from './way-sheet'
import { placeNote, placeTitle } from './words'
import './checkout.scss'

type Props = {
  readonly view: CheckoutView
  readonly isPlacing: boolean
  readonly onPlace: () => void
  readonly onAddress: () => void
  /** Asks for the price anew. */
  readonly onAgain: () => void
  /** To where coupons are. */
  readonly onCentre: () => void
}

/** Where it goes, what it is, why it costs that, and one button. */
export const CheckoutScreen = ({ view, isPlacing, onPlace, onAddress, onAgain, onCentre }: Props) => {
  const { now } = usePhone()
  const [isChoosing, setIsChoosing] = useState(false)
  const { quote, delivery } = view
  const canPlace = delivery.kind === 'pickup' ? delivery.pickupPoint !== null : delivery.address !== null
  return (
    <>
      <WayTabs view={view} onAddress={onAddress} />
      <AddressCard
        icon={delivery.kind === 'pickup' ? 'address' : 'truck'}
        title={placeTitle(view)}
        note={placeNote(view, now())}
        action={copy.change}
        onTap={() => (delivery.kind === 'pickup' ? setIsChoosing(true) : onAddress())}
      />
      {view.group && <GroupFacts group={view.group} />}
      {view.sale && <SaleFacts sale={view.sale} />}
      {view.flash && <FlashFacts flash={view.flash} onEnd={onAgain} />}
      <Card>
        {view.lines.map((line, i) => (
          <Line
            key={line.skuId}
            line={line}
            unitFen={quote.lines[i]?.unitPriceFen ?? quote.totalFen}
            reason={priceReason(quote, line.skuId)}
          />
        ))}
      </Card>
      <QuoteCard view={view} onCentre={onCentre} />
      <Note />
      <WaySheet view={view} isOpen={isChoosing} onClose={() => setIsChoosing(false)} />
      <Dock>
        <View className="grow">
          <View className="row base">
            <View className="n2">{copy.due}</View>
            <PriceText fen={quote.totalFen} isTotal size={30} />
          </View>
          {quote.savedFen > 0 && <View className="n1 leafy">{copy.savedFoot(yuanText(quote.savedFen))}</View>}
        </View>
        <Button isBusy={isPlacing} isOff={!canPlace} onTap={onPlace}>
          {copy.pay}
        </Button>
      </Dock>
    </>
  )
}

type LineProps = {
  readonly line: CheckoutView['lines'][number]
  readonly unitFen: CheckoutView['quote']['totalFen']
  /** The rule that made its price. */
  readonly reason: string | null
}

const Line = ({ line, unitFen, reason }: LineProps) => (
  <View className="checkout-line">
    <View className="checkout-picture">
      <ImageBox picture={line.picture} isSmall />
    </View>
    <View className="grow">
      <View className="b two-lines">{line.title}</View>
      <View className="n1 cut">{[...line.options, ...(reason ? [reason] : [])].join(' · ')}</View>
    </View>
    <View className="checkout-amount">
      <PriceText fen={unitFen} size={18} isInk />
      <View className="n1">{copy.quantity(line.quantity)}</View>
    </View>
  </View>
)

const Note = () => {
  const note = useDraft((draft) => draft.note)
  const [isWriting, setIsWriting] = useState(false)
  return (
    <>
      <Card look="flat">
        <ListRow title={copy.note} note={note || copy.notePlaceholder} onTap={() => setIsWriting(true)} />
      </Card>
      <Sheet
        isOpen={isWriting}
        onClose={() => setIsWriting(false)}
        title={copy.note}
        foot={
          <Button width="grow" onTap={() => setIsWriting(false)}>
            {copy.noteDone}
          </Button>
        }
      >
        <Textarea
          className="checkout-note"
          value={note}
          maxlength={100}
          placeholder={copy.notePlaceholder}
          onInput={({ detail }) => writeNote(detail.value)}
          ariaLabel={copy.note}
        />
      </Sheet>
    </>
  )
}
