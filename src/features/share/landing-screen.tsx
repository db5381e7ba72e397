import type { ReactNode } from 'react'
import type { CallOutput } from '@/contract'
import { readShareCode } from '@/domain/share/link'
import { read } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { enterScene } from '@/platform/share'
import { ErrorState } from '@/ui/error-state'
import { SkeletonProduct } from '@/ui/skeleton'
import { copy } from './copy'
import './share.scss'

type Opened = CallOutput<'share', 'open'>

/** A friend opens a card: one question answers who recommends it and all there is to buy. */
export const LandingScreen = ({ draw }: { readonly draw: (opened: Opened) => ReactNode }) => {
  const code = readShareCode(useQuery())
  const { view, trouble, isAsking, ask } = useScreen<Opened>(async () =>
    code === null
      ? { ok: false, refusal: { code: 'share.unknown' } }
      : read('share', 'open', { code, scene: enterScene() }),
  )
  if (view) return <>{draw(view)}</>
  if (!trouble) return <SkeletonProduct />
  if (trouble.refusal) {
    const { lostTitle, lostNote, lostAction, safe } = copy
    return <ErrorState title={lostTitle} note={lostNote} facts={safe} action={lostAction} onTap={go.home} />
  }
  return <ErrorState {...pageSaidOf(trouble)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
}
