import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import type { RollUpView } from '@/contract/leader'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { Stepper } from '@/ui/stepper'
import { copy } from './copy'
import './edit.scss'

const words = copy.roll

type Props = {
  readonly row: RollUpView['rows'][number]
  readonly isSaving: boolean
  readonly onClose: () => void
  readonly onSave: (received: number | null) => void
}

/** How many came; what was ordered stands there already, so that a full crate is one tap. */
export const CountSheet = ({ row, isSaving, onClose, onSave }: Props) => {
  const wanted = row.sold - row.cut
  const [count, setCount] = useState(row.received ?? wanted)
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={copy.goods.countOf(row.label)}
      foot={
        <Button width="grow" isBusy={isSaving} onTap={() => onSave(count)}>
          {words.save}
        </Button>
      }
    >
      <View className="row">
        <View className="grow">
          <View>{words.received}</View>
          <View className="n1">{copy.short.note(wanted, count)}</View>
        </View>
        <Input
          className="edit-field edit-count"
          type="number"
          value={String(count)}
          maxlength={6}
          ariaLabel={words.received}
          onInput={({ detail }) => setCount(Math.max(0, Math.floor(Number(detail.value) || 0)))}
        />
        <Stepper value={count} min={0} max={1_000_000} label={words.received} onChange={setCount} />
      </View>
    </Sheet>
  )
}
