import { memo, useState } from 'react'
import { View } from '@tarojs/components'
import type { OfferView } from '@/contract/coupon'
import { go } from '@/platform/navigate'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { momentName, scopeText } from '@/ui/coupon-words'
import { EmptyState } from '@/ui/empty-state'
import { ListRow } from '@/ui/list-row'
import { usePhone } from '@/ui/phone'
import { Ticket } from '@/ui/ticket'
import { copy, offerText } from './copy'
import { RedeemSheet } from './redeem-sheet'
import { useToGoods } from './to-goods'
import { offerFacts, offerUntil } from './words'
import './coupon.scss'

const words = copy.centre

type Props = {
  readonly offers: readonly OfferView[]
  readonly onClaim: (offer: OfferView) => void
}

/** Coupons that anybody can have with one tap; what each asks for stands on it before the tap. */
export const CentreScreen = ({ offers, onClaim }: Props) => {
  const [isRedeeming, setIsRedeeming] = useState(false)
  const { toGoods, sheet } = useToGoods()
  return (
    <>
      <View className="coupon-head">
        <View className="h5">{words.head}</View>
        <View className="n2">{words.headNote}</View>
      </View>
      {offers.length === 0 ? (
        <EmptyState title={words.emptyTitle} note={words.emptyNote} action={words.emptyAction} onTap={go.home} />
      ) : (
        <View className="coupon-list">
          {offers.map((offer) => (
            <Offer key={offer.templateId} offer={offer} onClaim={onClaim} onUse={toGoods} />
          ))}
        </View>
      )}
      <Card look="flat">
        <ListRow icon="coupon" title={words.mine} onTap={go.myCoupons} />
        <ListRow icon="people" title={words.assist} onTap={go.assist} />
        <ListRow icon="edit" title={words.redeem} onTap={() => setIsRedeeming(true)} />
      </Card>
      {isRedeeming && <RedeemSheet onClose={() => setIsRedeeming(false)} onDone={go.myCoupons} />}
      {sheet}
    </>
  )
}

type OfferProps = {
  readonly offer: OfferView
  readonly onClaim: (offer: OfferView) => void
  readonly onUse: (offer: OfferView) => void
}

const Offer = memo(({ offer, onClaim, onUse }: OfferProps) => {
  const now = usePhone().now()
  const facts = offerFacts(offer, now)
  return (
    <Ticket
      face={offer}
      note={scopeText(offer.scopeNames)}
      until={offerUntil(offer, now)}
      look={offer.state === 'open' || offer.state === 'claimed' || offer.state === 'locked' ? 'warm' : 'off'}
      act={<Act offer={offer} onClaim={onClaim} onUse={onUse} />}
    >
      {facts.length > 0 && (
        <View className="chips mt2">
          {facts.map((fact) => (
            <Chip key={fact} isSmall>
              {fact}
            </Chip>
          ))}
        </View>
      )}
    </Ticket>
  )
})

const Act = ({ offer, onClaim, onUse }: OfferProps) => {
  const now = usePhone().now()
  const { state, opensAt, name, mine } = offer
  if (state === 'open')
    return (
      <Button isSmall label={words.claim(name)} onTap={() => onClaim(offer)}>
        {offerText[mine > 0 ? 'again' : 'open']}
      </Button>
    )
  if (state === 'claimed')
    return (
      <Button isSmall kind="line" label={words.use(name)} onTap={() => onUse(offer)}>
        {offerText.claimed}
      </Button>
    )
  return (
    <View className="coupon-shut n1">
      {state === 'not-yet' && opensAt !== null ? words.opens(momentName(opensAt, now)) : offerText[state]}
    </View>
  )
}
