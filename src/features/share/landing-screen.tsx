import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { CallOutput } from '@/contract'
import { readShareCode } from '@/domain/share/link'
import { read } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { enterScene } from '@/platform/share'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { usePhone } from '@/ui/phone'
import { SkeletonProduct } from '@/ui/skeleton'
import { copy } from './copy'
import './share.scss'

type Opened = CallOutput<'share', 'open'>

/** A friend opens a card: one question answers who recommends it and all there is to buy. */
export const LandingScreen = ({ draw }: { readonly draw: (opened: Opened) => ReactNode }) => {
  const { statusHeight, barHeight } = usePhone()
  const code = readShareCode(useQuery())
  const { view, trouble, isAsking, ask } = useScreen<Opened>(async () =>
    code === null
      ? { ok: false, refusal: { code: 'share.unknown' } }
      : read('share', 'open', { code, scene: enterScene() }),
  )
  if (view) return <>{draw(view)}</>
  if (!trouble) return <SkeletonProduct />
  return (
    <View style={`padding-top:${statusHeight + barHeight}px`}>
      {trouble.refusal ? (
        <EmptyState title={copy.lostTitle} note={copy.lostNote} action={copy.lostAction} onTap={go.home} />
      ) : (
        <ErrorState {...pageSaidOf(trouble)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      )}
    </View>
  )
}
