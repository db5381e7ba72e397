import { useState } from 'react'
import { View } from '@tarojs/components'
import type { SaleBoard } from '@/contract/leader'
import type { SaleAct } from '@/domain/sale/sale'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { SureSheet } from './sure-sheet'
import { copy } from './copy'

type Props = {
  readonly board: SaleBoard
  readonly busy: string | null
  readonly onMove: (act: SaleAct) => Promise<boolean>
}

/** The steps that move the evening on stand on top; ending early or cancelling is further down, with the rest. */
const FORWARD = ['open', 'pick', 'deliver'] as const satisfies readonly SaleAct[]

export const NextStep = ({ board, busy, onMove }: Props) => {
  const [isAsking, setIsAsking] = useState(false)
  const act = FORWARD.find((each) => board.acts.includes(each))
  if (!act) return null
  return (
    <Card>
      <View className="row">
        <View className="grow">
          <View className="b">{copy.next[act].title}</View>
          <View className="n1">{copy.next[act].note}</View>
        </View>
        <Button isSmall isBusy={busy === act} onTap={() => setIsAsking(true)}>
          {copy.next[act].title}
        </Button>
      </View>
      {isAsking && (
        <SureSheet
          title={copy.next[act].title}
          note={copy.sure[act]}
          isBusy={busy === act}
          onClose={() => setIsAsking(false)}
          onYes={() => void onMove(act).then((isDone) => isDone && setIsAsking(false))}
        />
      )}
    </Card>
  )
}
