import { useState } from 'react'
import { View } from '@tarojs/components'
import type { NeighbourDraftView } from '@/contract/sale'
import { yuanText } from '@/domain/money'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { EmptyState } from '@/ui/empty-state'
import { SureSheet } from './sure-sheet'
import { copy } from './copy'
import type { Drafts } from './use-drafts'
import './leader.scss'

const words = copy.drafts

type Props = { readonly page: Drafts; readonly onShare: (draft: NeighbourDraftView) => void }

/** Written down for whom, and whether it has been paid. */
export const DraftsScreen = ({ page, onShare }: Props) => {
  const [leaving, setLeaving] = useState<string | null>(null)
  const items = page.view?.items ?? []
  return (
    <>
      <View className="n2 drafts-note">{words.note}</View>
      {items.length === 0 && <EmptyState {...words.empty} />}
      {items.map((draft) => (
        <DraftCard
          key={draft.code}
          draft={draft}
          onShare={() => onShare(draft)}
          onWithdraw={() => setLeaving(draft.code)}
        />
      ))}
      {leaving && (
        <SureSheet
          title={words.withdraw}
          note={words.withdrawSure}
          isBusy={page.busy === leaving}
          onClose={() => setLeaving(null)}
          onYes={() => void page.withdraw(leaving).then((isDone) => isDone && setLeaving(null))}
        />
      )}
    </>
  )
}

type CardProps = { readonly draft: NeighbourDraftView; readonly onShare: () => void; readonly onWithdraw: () => void }

const DraftCard = ({ draft, onShare, onWithdraw }: CardProps) => (
  <Card>
    <View className="row sp">
      <View className="b grow">{draft.forName}</View>
      <Chip isSmall tone={draft.state === 'placed' ? 'leaf' : draft.state === 'open' ? 'honey' : 'plain'}>
        {words.state[draft.state]}
      </Chip>
    </View>
    <View className="n2 mt1">{draft.lines.map((line) => words.line(line.title, line.quantity)).join('，')}</View>
    {draft.note && <View className="n2">{draft.note}</View>}
    <View className="row sp mt2">
      <View className="b">{words.total(yuanText(draft.totalFen))}</View>
      {draft.state === 'open' && (
        <View className="row">
          <Button kind="ghost" isSmall onTap={onWithdraw}>
            {words.withdraw}
          </Button>
          <Button kind="soft" isSmall icon="copy" onTap={onShare}>
            {words.share}
          </Button>
        </View>
      )}
    </View>
  </Card>
)
