import { useRef, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ShareView } from '@/contract/share'
import type { ProductId } from '@/domain/ids'
import { call } from '@/platform/call'
import { go } from '@/platform/navigate'
import { saidOf } from '@/platform/said'
import { copyText, useShared } from '@/platform/share'
import { isWechat } from '@/platform/wx'
import { Button } from '@/ui/button'
import { ImageBox } from '@/ui/image-box'
import { ListRow } from '@/ui/list-row'
import { notify } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { copy, refused } from './copy'
import { useShareCode, type MakeShare } from './use-share-code'
import './share.scss'

type Page = {
  /** The page; its key opens the sheet, which lies over everything. `isReady`: WeChat's own button has a card to send. */
  readonly children: (open: () => void, isReady: boolean) => ReactNode
}
type Props = Page & {
  /** What is handed on: another thing is another code. */
  readonly of: string
  readonly onMake: MakeShare
  readonly title: string
  /** 5:4, made ahead on the server. */
  readonly picture: string | null
  /** Nothing of one's own to hand on yet; WeChat's own menu then passes on `path`, the card one came by. */
  readonly isOff?: boolean
  readonly path?: string | null
  /** Without `poster` there is none to be had. */
  readonly words?: { readonly title: string; readonly note: string; readonly poster?: string }
  readonly refusals?: Readonly<Record<string, string>>
}

/** Hands a page on: a card in WeChat, a link elsewhere, a poster in both. */
export const Sharing = ({ of, onMake, title, picture, isOff = false, path = null, ...rest }: Props) => {
  const { words = copy.product, refusals = refused, children } = rest
  const { share, make } = useShareCode(of, onMake, isOff)
  const [sheet, setSheet] = useState<ShareView | null>(null)
  const isMaking = useRef(false)
  const shown = share?.path ?? path
  useShared(shown === null ? null : { title, path: shown, picture: picture ?? share?.cardPicture ?? null })

  const open = async () => {
    if (isMaking.current) return
    isMaking.current = true
    const answer = await make()
    isMaking.current = false
    if (answer?.ok) setSheet(answer.data)
    else if (answer) notify(saidOf(answer, refusals))
  }
  const close = () => setSheet(null)
  return (
    <>
      {children(() => void open(), shown !== null)}
      <Sheet isOpen={sheet !== null} onClose={close} title={words.title}>
        {sheet && <Ways share={sheet} picture={picture ?? sheet.cardPicture} words={words} onDone={close} />}
      </Sheet>
    </>
  )
}

/** A product's page. */
export const ProductSharing = ({ productId, ...rest }: Page & ProductThing) => (
  <Sharing of={productId} onMake={() => call('share', 'create', { productId, channel: 'chat' })} {...rest} />
)
type ProductThing = Pick<Props, 'title' | 'picture'> & { readonly productId: ProductId }

/** Height ÷ width of a chat card, and the paper it is drawn on. */
const CARD_RATIO = 0.8
const CARD_PAPER = ['#fff3ea', '#ffffff'] as const

type WaysProps = {
  readonly share: ShareView
  /** What the friend will see in the chat; null while it is not drawn yet. */
  readonly picture: string | null
  readonly words: NonNullable<Props['words']>
  readonly onDone: () => void
}

const Ways = ({ share, picture, words, onDone }: WaysProps) => {
  const [mustCopyByHand, setMustCopyByHand] = useState(false)
  const copyLink = async () => {
    if (!(await copyText(share.url))) return setMustCopyByHand(true)
    notify(copy.copied, 'copy')
    onDone()
  }
  const poster = () => {
    onDone()
    go.poster(share.code)
  }
  return (
    <View className="share-ways">
      <View className="n2">{words.note}</View>
      {picture && (
        <View className="share-card">
          <ImageBox picture={{ url: picture, tone: CARD_PAPER, alt: copy.cardAlt }} ratio={CARD_RATIO} isEager />
        </View>
      )}
      {isWechat && (
        <Button className="share-send" width="wide" icon="chat" native={{ openType: 'share' }}>
          {copy.sendFriend}
        </Button>
      )}
      <View className="mt3">
        {!isWechat && <ListRow icon="copy" title={copy.copyLink} onTap={() => void copyLink()} />}
        {words.poster && <ListRow icon="picture" title={words.poster} onTap={poster} />}
      </View>
      {mustCopyByHand && (
        <View className="share-link">
          <View className="n1">{copy.notCopied}</View>
          <View className="share-url">{share.url}</View>
        </View>
      )}
    </View>
  )
}
