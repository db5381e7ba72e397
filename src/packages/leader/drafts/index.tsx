import { useState } from 'react'
import type { SaleId } from '@/domain/ids'
import { sharePath } from '@/domain/share/link'
import { copy, refused } from '@/features/leader/copy'
import { DraftsScreen } from '@/features/leader/drafts-screen'
import { useDrafts } from '@/features/leader/use-drafts'
import { WriteDraftSheet } from '@/features/leader/write-draft-sheet'
import { usePulled, useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { copyText, pageLink, useShared } from '@/platform/share'
import { isWechat } from '@/platform/wx'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { notify } from '@/ui/notice'
import { Page } from '@/ui/page'
import { Sheet } from '@/ui/sheet'
import { SkeletonCards } from '@/ui/skeleton'

const words = copy.drafts

/** The leader writes for a neighbour without phone pay. */
export default function DraftsPage() {
  const saleId = useQuery()['id'] as SaleId
  const page = useDrafts(saleId)
  const { view, trouble, isAsking, ask, sale } = page
  const [isWriting, setIsWriting] = useState(false)
  const [sent, setSent] = useState<{ readonly code: string; readonly forName: string } | null>(null)
  usePulled(ask)
  useShared(sent && { title: words.card(sent.forName), path: sharePath(sent.code, 'draft'), picture: null })

  /** In WeChat a card for somebody's chat, on the web a link. */
  const share = async (draft: { code: string; forName: string }) => {
    if (isWechat) return setSent(draft)
    const isCopied = await copyText(pageLink(sharePath(draft.code, 'draft')))
    notify(isCopied ? words.shared : copy.packing.failed, 'copy')
  }
  const isOpen = sale?.state === 'open'
  return (
    <Page tone="leaf" isDocked>
      <NavBar title={words.title} />
      {view ? (
        <DraftsScreen page={page} onShare={(draft) => void share(draft)} />
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards />
      )}
      {isWriting && sale && (
        <WriteDraftSheet
          sale={sale}
          isBusy={page.busy === 'write'}
          onClose={() => setIsWriting(false)}
          onWrite={(draft) =>
            void page.write(draft).then((written) => {
              if (!written) return
              setIsWriting(false)
              return share(written)
            })
          }
        />
      )}
      {sent && (
        <Sheet isOpen onClose={() => setSent(null)} title={words.wrote}>
          <Button width="wide" icon="share" native={{ openType: 'share' }}>
            {words.send}
          </Button>
        </Sheet>
      )}
      <Dock>
        <Button width="grow" icon="plus" isOff={!isOpen} onTap={() => setIsWriting(true)}>
          {sale && !isOpen ? words.closed : words.write}
        </Button>
      </Dock>
    </Page>
  )
}
