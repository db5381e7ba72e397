import { View } from '@tarojs/components'
import { readShareCode } from '@/domain/share/link'
import { read } from '@/platform/call'
import { useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { asMember } from '@/platform/session'
import { handOverPicture } from '@/platform/share'
import { BonePicture } from '@/ui/bone'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { ErrorState } from '@/ui/error-state'
import { ImageBox } from '@/ui/image-box'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'
import './share.scss'

/** Height ÷ width of the poster, and the paper it is drawn on. */
const RATIO = 1.5
const PAPER = ['#fff3ea', '#ffffff'] as const

/** The poster of one's own share, to keep or to forward. */
export const PosterScreen = () => {
  const code = readShareCode(useQuery())
  const { view, trouble, isAsking, ask } = useScreen<{ url: string }>(async () =>
    code === null
      ? { ok: false, refusal: { code: 'share.unknown' } }
      : asMember(() => read('card', 'poster', { code })),
  )
  if (trouble && !view) {
    return (
      <ErrorState {...pageSaidOf(trouble, refused)} action={copy.again} isBusy={isAsking} onTap={() => void ask()} />
    )
  }
  const handOver = async (url: string) => {
    if (!(await handOverPicture(url))) notify(copy.notHandedOver)
  }
  return (
    <>
      <View className="poster">
        {view ? (
          <ImageBox picture={{ url: view.url, tone: PAPER, alt: copy.posterAlt }} ratio={RATIO} isEager />
        ) : (
          <BonePicture tone="wheat" ratio={RATIO} />
        )}
      </View>
      <View className="n2 center mt3">{view ? copy.posterNote : copy.drawing}</View>
      {view && (
        <Dock>
          <Button width="grow" icon="share" onTap={() => void handOver(view.url)}>
            {copy.handOver}
          </Button>
        </Dock>
      )}
    </>
  )
}
