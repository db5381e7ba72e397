import { useState } from 'react'
import { Input, Textarea, View } from '@tarojs/components'
import type { CommunityView } from '@/contract/community'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'
import './community.scss'

const words = copy.own

type Props = {
  readonly view: Pick<CommunityView, 'name' | 'note'> | null
  readonly busy: string | null
  readonly onClose: () => void
  readonly onSave: (face: { name: string; note: string }) => void
}

/** Name and word of a community. */
export const EditSheet = ({ view, busy, onClose, onSave }: Props) => {
  const [name, setName] = useState(view?.name ?? '')
  const [note, setNote] = useState(view?.note ?? '')
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.edit}
      foot={
        <Button
          width="grow"
          isOff={name.trim() === ''}
          isBusy={busy === 'save'}
          onTap={() => onSave({ name: name.trim(), note: note.trim() })}
        >
          {words.save}
        </Button>
      }
    >
      <View className="n2">{words.name}</View>
      <Input
        className="community-field"
        value={name}
        maxlength={20}
        placeholder={words.nameHint}
        ariaLabel={words.name}
        onInput={({ detail }) => setName(detail.value)}
      />
      <View className="n2 mt4">{words.note}</View>
      <Textarea
        className="community-field community-area"
        value={note}
        maxlength={200}
        placeholder={words.noteHint}
        ariaLabel={words.note}
        onInput={({ detail }) => setNote(detail.value)}
      />
    </Sheet>
  )
}
