import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OfferHint } from '@/contract/coupon'
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { Button } from '@/ui/button'
import { namedOffer } from '@/ui/coupon-words'
import { Icon } from '@/ui/icon'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'
import './offer-line.scss'

type Props = {
  readonly offer: OfferHint
  /** What it would do for what is looked at. */
  readonly note?: string
  readonly onClaimed?: () => void
}

const words = copy.hint

/** A coupon that fits what one looks at, and the one tap that claims it. Nothing moves, nothing hurries. */
export const OfferLine = ({ offer, note, onClaimed }: Props) => {
  const [state, setState] = useState<'open' | 'asking' | 'done'>('open')
  const claim = async (): Promise<void> => {
    setState('asking')
    const answer = await asMember(() => call('coupon', 'claim', { templateId: offer.templateId }))
    // who has it already has what they wanted
    const isHeld = answer?.ok === true || (!!answer?.refusal && answer.refusal.code === 'coupon.limit-reached')
    setState(isHeld ? 'done' : 'open')
    if (answer && !answer.ok && !isHeld) notify(saidOf(answer, refused))
    if (isHeld) onClaimed?.()
  }
  return (
    <View className="offer-line">
      <Icon name="coupon" size={18} className="offer-line-icon" />
      <View className="grow">
        <View className="cut">{namedOffer(offer)}</View>
        {state === 'done' ? <View className="n1 leafy">{words.done}</View> : note && <View className="n1">{note}</View>}
      </View>
      {state !== 'done' && (
        <Button
          isSmall
          kind="line"
          isBusy={state === 'asking'}
          label={copy.centre.claim(offer.name)}
          onTap={() => void claim()}
        >
          {words.claim}
        </Button>
      )}
    </View>
  )
}
