/** The claim centre: what is there to claim, and the one tap that claims it. */
import { useRef } from 'react'
import type { CallOutput } from '@/contract'
import type { OfferView } from '@/contract/coupon'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember, isKnown } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

export type CentreView = CallOutput<'coupon', 'centre'>
export type Centre = Screen<CentreView> & { readonly claim: (offer: OfferView) => Promise<void> }

/** How the offer stands once this claim is through: shown at once, because it nearly always is. */
const claimed = (offer: OfferView): OfferView => {
  const mine = offer.mine + 1
  return { ...offer, mine, state: mine >= offer.perPerson ? 'claimed' : offer.state }
}

const put = ({ offers }: CentreView, offer: OfferView): CentreView => ({
  offers: offers.map((each) => (each.templateId === offer.templateId ? offer : each)),
})

export const useCentre = (): Centre => {
  const screen = useScreen<CentreView>(() => read('coupon', 'centre', {}))
  // two taps in a row: the second must not undo the first
  const latest = useRef(screen.view)
  latest.current = screen.view
  const stand = (offer: OfferView): void => {
    if (!latest.current) return
    latest.current = put(latest.current, offer)
    screen.show(latest.current)
  }

  const claim = async (offer: OfferView): Promise<void> => {
    if (offer.state !== 'open') return
    // a stranger is asked in first: nothing is theirs before
    if (isKnown()) stand(claimed(offer))
    const answer = await asMember(() => call('coupon', 'claim', { templateId: offer.templateId }))
    if (answer?.ok) {
      notify(copy.centre.claimed, 'check')
      return stand(answer.data.offer)
    }
    if (answer) notify(saidOf(answer, refused))
    stand(offer)
    // another limit than the one that was drawn: how it stands is the server's to say
    if (answer?.refusal) await screen.ask()
  }

  return { ...screen, claim }
}
