import { View } from '@tarojs/components'
import type { OpenGroupCard } from '@/contract/group-buy'
import { AvatarStack } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { CountDown } from '@/ui/count-down'
import { copy } from './copy'
import './group.scss'

type Props = {
  readonly group: OpenGroupCard
  readonly onTap: (group: OpenGroupCard) => void
  readonly action?: string
  readonly isBusy?: boolean
}

const words = copy.neighbours

/** Somebody's group with a free seat: whose, how many are missing, until when. */
export const OpenGroupRow = ({ group, onTap, action = words.join, isBusy = false }: Props) => {
  const { leader, avatars, missing, deadlineAt } = group
  return (
    <View className="open-group">
      <AvatarStack
        people={avatars.map((url, nth) => ({ url, name: nth === 0 ? leader : String(nth) }))}
        size={34}
        most={3}
      />
      <View className="grow">
        <View className="open-group-words">
          <View className="b open-group-name cut">{leader}</View>
          {words.of}
          <View className="b acc">{words.people(missing)}</View>
        </View>
        <View className="row open-group-clock">
          <CountDown until={deadlineAt} isSoft />
          <View className="n1">{words.until}</View>
        </View>
      </View>
      <Button isSmall isBusy={isBusy} label={words.joinLabel(leader, missing)} onTap={() => onTap(group)}>
        {action}
      </Button>
    </View>
  )
}
