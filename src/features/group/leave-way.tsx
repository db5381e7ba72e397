import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'

type Props = {
  readonly isPaid: boolean
  readonly isLeader: boolean
  readonly isBusy: boolean
  readonly onLeave: () => void
}

const words = copy.leave

/** Quiet, but always there until the group is full; asked once, with what happens to the money and to the others. */
export const LeaveWay = ({ isPaid, isLeader, isBusy, onLeave }: Props) => {
  const [isAsking, setIsAsking] = useState(false)
  const leave = () => {
    setIsAsking(false)
    onLeave()
  }
  return (
    <View className="mt3">
      <Button kind="ghost" width="wide" isBusy={isBusy} onTap={() => setIsAsking(true)}>
        {isPaid ? words.way : words.wayUnpaid}
      </Button>
      <Sheet
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={isPaid ? words.title : words.titleUnpaid}
        foot={
          <>
            <Button kind="line" width="grow" onTap={() => setIsAsking(false)}>
              {words.no}
            </Button>
            <Button width="grow" onTap={leave}>
              {isPaid ? words.yes : words.yesUnpaid}
            </Button>
          </>
        }
      >
        <View className="n2">{isPaid ? words.note : words.noteUnpaid}</View>
        {isPaid && isLeader && <View className="n2 mt2">{words.leader}</View>}
      </Sheet>
    </View>
  )
}
