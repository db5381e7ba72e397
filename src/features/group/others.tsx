import { useState } from 'react'
import { View } from '@tarojs/components'
import type { GroupView, OpenGroupCard } from '@/contract/group-buy'
import { yuanText, ZERO } from '@/domain/money'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'
import { OpenGroupRow } from './open-group-row'
import type { Choice } from './use-seat'
import './group.scss'

type Props = { readonly groups: readonly OpenGroupCard[]; readonly onOpen: (group: OpenGroupCard) => void }

/** Where else there is a seat. */
export const Others = ({ groups, onOpen }: Props) =>
  groups.length > 0 && (
    <Card>
      <CardHead title={copy.others.title} />
      {groups.map((group) => (
        <OpenGroupRow key={group.id} group={group} onTap={onOpen} />
      ))}
      <View className="n1 mt3">{copy.neighbours.note}</View>
    </Card>
  )

type ChoicesProps = {
  readonly view: GroupView
  readonly busy: string | null
  readonly onChoose: (choice: Choice) => void
}

const words = copy.choose

/** Paid, but the seat was gone: another group, a group of one's own, or all the money back. Nothing is lost by waiting. */
export const Choices = ({ view, busy, onChoose }: ChoicesProps) => {
  const [isSure, setIsSure] = useState(false)
  const refund = () => {
    setIsSure(false)
    onChoose({ kind: 'refund' })
  }
  return (
    <Card look="up">
      {view.others.length > 0 && <CardHead title={copy.others.nextTitle} note={copy.others.nextNote} />}
      {view.others.map((group) => (
        <OpenGroupRow
          key={group.id}
          group={group}
          action={copy.neighbours.take}
          isBusy={busy === 'join'}
          onTap={({ id }) => onChoose({ kind: 'join', groupId: id })}
        />
      ))}
      <View className="group-choices">
        {view.isCampaignOn && (
          <ListRow icon="people" title={words.open} note={words.openNote} onTap={() => onChoose({ kind: 'open' })} />
        )}
        <ListRow icon="undo" title={words.refund} note={words.refundNote} onTap={() => setIsSure(true)} />
      </View>
      <Sheet
        isOpen={isSure}
        onClose={() => setIsSure(false)}
        title={words.sureTitle}
        foot={
          <>
            <Button kind="line" width="grow" onTap={() => setIsSure(false)}>
              {words.sureNo}
            </Button>
            <Button width="grow" onTap={refund}>
              {words.sureYes}
            </Button>
          </>
        }
      >
        <View className="n2">{words.sureNote(yuanText(view.mine?.paidFen ?? ZERO))}</View>
      </Sheet>
    </Card>
  )
}
