import { readShareCode } from '@/domain/share/link'
import { AssistTrouble } from '@/features/assist/assist-trouble'
import { copy } from '@/features/assist/copy'
import { LandingScreen } from '@/features/assist/landing-screen'
import { useLanding } from '@/features/assist/use-landing'
import { useToGoods } from '@/features/coupon/to-goods'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

/** Where the card of somebody who asks for help leads. */
export default function AssistLandingPage() {
  const { view, trouble, isAsking, ask, help, isHelping } = useLanding(readShareCode(useQuery()))
  const { toGoods, sheet } = useToGoods()
  return (
    <Page tone="warm" isDocked={view !== null}>
      <NavBar title={copy.landing.title} />
      {view ? (
        <LandingScreen
          view={view}
          isHelping={isHelping}
          onHelp={() => void help()}
          onUse={() => view.you?.coupon && toGoods(view.you.coupon)}
          onOwn={() => go.assistCard(view.card.id)}
          onCentre={go.coupons}
          onStart={go.assist}
          onHome={go.home}
        />
      ) : trouble ? (
        <AssistTrouble trouble={trouble} isAsking={isAsking} onAgain={() => void ask()} onHome={go.home} />
      ) : (
        <SkeletonLines />
      )}
      {sheet}
    </Page>
  )
}
