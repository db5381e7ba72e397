import { AssistTrouble } from '@/features/assist/assist-trouble'
import { copy } from '@/features/assist/copy'
import { useCard } from '@/features/assist/use-card'
import type { AssistCardId } from '@/domain/ids'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonLines } from '@/ui/skeleton'
import { OwnCard } from './own-card'

export default function AssistCardPage() {
  const { id } = useQuery()
  const page = useCard(id ? (id as AssistCardId) : null)
  const { view, trouble, isAsking, ask } = page
  return (
    <Page tone="warm" isDocked={view !== null}>
      <NavBar title={copy.title} />
      {view ? (
        <OwnCard key={view.id} page={page} view={view} />
      ) : trouble ? (
        <AssistTrouble trouble={trouble} isAsking={isAsking} onAgain={() => void ask()} onHome={go.home} />
      ) : (
        <SkeletonLines />
      )}
    </Page>
  )
}
