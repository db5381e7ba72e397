import { useRef, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ShareView } from '@/contract/share'
import type { ProductId } from '@/domain/ids'
import { go } from '@/platform/navigate'
import { saidOf } from '@/platform/said'
import { copyText, useShared } from '@/platform/share'
import { isWechat } from '@/platform/wx'
import { Button } from '@/ui/button'
import { ListRow } from '@/ui/list-row'
import { notify } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { copy, refused } from './copy'
import { useShareCode } from './use-share-code'
import './share.scss'

type Props = {
  readonly productId: ProductId
  readonly title: string
  /** 5:4, made ahead on the server. */
  readonly picture: string | null
  /** The page; its key opens the sheet, which lies over everything. */
  readonly children: (open: () => void) => ReactNode
}

/** Hands a product's page on: a card in WeChat, a link elsewhere, a poster in both. */
export const Sharing = ({ productId, title, picture, children }: Props) => {
  const { share, make } = useShareCode(productId)
  const [sheet, setSheet] = useState<ShareView | null>(null)
  const isMaking = useRef(false)
  useShared(share && { title, path: share.path, picture: picture ?? share.cardPicture })

  const open = async () => {
    if (isMaking.current) return
    isMaking.current = true
    const answer = await make()
    isMaking.current = false
    if (answer?.ok) setSheet(answer.data)
    else if (answer) notify(saidOf(answer, refused))
  }
  const close = () => setSheet(null)
  return (
    <>
      {children(() => void open())}
      <Sheet isOpen={sheet !== null} onClose={close} title={copy.sheetTitle}>
        {sheet && <Ways share={sheet} onDone={close} />}
      </Sheet>
    </>
  )
}

const Ways = ({ share, onDone }: { readonly share: ShareView; readonly onDone: () => void }) => {
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
      <View className="n2">{copy.sheetNote}</View>
      {isWechat && (
        <Button className="share-send" width="wide" icon="chat" native={{ openType: 'share' }}>
          {copy.sendFriend}
        </Button>
      )}
      <View className="mt3">
        {!isWechat && <ListRow icon="copy" title={copy.copyLink} onTap={() => void copyLink()} />}
        <ListRow icon="picture" title={copy.makePoster} onTap={poster} />
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
