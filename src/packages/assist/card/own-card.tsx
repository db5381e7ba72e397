import type { AssistCardView } from '@/contract/assist'
import { CardScreen } from '@/features/assist/card-screen'
import { copy, refused } from '@/features/assist/copy'
import { cardTitle, gatheringOf, makeShare } from '@/features/assist/hand-on'
import type { CardPage } from '@/features/assist/use-card'
import { useInstead } from '@/features/assist/use-instead'
import { useToGoods } from '@/features/coupon/to-goods'
import { Sharing } from '@/features/share/sharing'
import { go } from '@/platform/navigate'
import { useGathering } from '@/platform/share'

type Props = { readonly page: CardPage; readonly view: AssistCardView }

/** The card that was found: its screen, and what hands it on. */
export const OwnCard = ({ page, view }: Props) => {
  const { claim, claiming } = useInstead(() => void page.ask())
  const { toGoods, sheet } = useToGoods()
  useGathering(gatheringOf(view))
  return (
    <Sharing
      of={view.id}
      onMake={makeShare(view.id)}
      title={cardTitle(view)}
      picture={view.cardPicture}
      isOff={view.state !== 'collecting'}
      words={copy.share.words}
      refusals={refused}
    >
      {(share, isReady) => (
        <>
          <CardScreen
            view={view}
            known={page.known}
            news={page.news}
            isClaiming={claiming !== null}
            isReady={isReady}
            onShare={share}
            onInstead={() => void claim(view.campaign.instead)}
            onUse={() => view.coupon && toGoods(view.coupon)}
            onWallet={go.myCoupons}
            onCentre={go.coupons}
            onHome={go.home}
            onClock={() => void page.ask()}
          />
          {sheet}
        </>
      )}
    </Sharing>
  )
}
