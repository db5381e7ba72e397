import { View } from '@tarojs/components'
import type { HandOverOffer } from '@/contract/community'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { copy } from './copy'

type Props = {
  readonly offer: HandOverOffer
  readonly busy: boolean
  readonly onAnswer: (offer: HandOverOffer, isYes: boolean) => void
}

/** Somebody wants to hand their community over to the person who looks. */
export const OfferCard = ({ offer, busy, onAnswer }: Props) => (
  <Card look="up">
    <View className="b">{copy.offer.title(offer.from.name, offer.community)}</View>
    <View className="n2 mt1">{copy.offer.note(momentText(offer.untilAt, usePhone().now()))}</View>
    <View className="row mt4">
      <Button kind="line" width="grow" isOff={busy} onTap={() => onAnswer(offer, false)}>
        {copy.offer.no}
      </Button>
      <Button kind="leaf" width="grow" isBusy={busy} onTap={() => onAnswer(offer, true)}>
        {copy.offer.yes}
      </Button>
    </View>
  </Card>
)
