import { AssistTrouble } from '@/features/assist/assist-trouble'
import { copy } from '@/features/assist/copy'
import { ListScreen } from '@/features/assist/list-screen'
import { useInstead } from '@/features/assist/use-instead'
import { useList } from '@/features/assist/use-list'
import { go } from '@/platform/navigate'
import { usePulled, useShown } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'

export default function AssistListPage() {
  const { view, trouble, isAsking, ask, start, starting } = useList(go.assistCard)
  const { claim, claiming } = useInstead(() => void ask())
  useShown(() => void ask())
  usePulled(ask)
  return (
    <Page tone="warm">
      <NavBar title={copy.title} />
      {view ? (
        <ListScreen
          view={view}
          starting={starting}
          claiming={claiming}
          onStart={(campaignId) => void start(campaignId)}
          onCard={go.assistCard}
          onInstead={({ instead }) => void claim(instead)}
          onCentre={go.coupons}
        />
      ) : trouble ? (
        <AssistTrouble trouble={trouble} isAsking={isAsking} onAgain={() => void ask()} onHome={go.home} />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
