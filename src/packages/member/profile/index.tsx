import { copy, refused } from '@/features/member/copy'
import { ProfileScreen } from '@/features/member/profile-screen'
import { enter, useMyPage } from '@/features/member/use-my-page'
import { go } from '@/platform/navigate'
import { pageSaidOf } from '@/platform/said'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function ProfilePage() {
  const { me, isStranger, trouble, isAsking, ask } = useMyPage()
  return (
    <Page tone="soft">
      <NavBar title={copy.profile.title} />
      {me ? (
        <ProfileScreen key={me.id} me={me} onDone={go.back} />
      ) : isStranger ? (
        <EmptyState
          title={copy.stranger.name}
          note={copy.stranger.note}
          action={copy.stranger.action}
          onTap={() => void enter()}
        />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards count={2} />
      )}
    </Page>
  )
}
