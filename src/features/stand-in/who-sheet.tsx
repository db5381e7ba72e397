import { useCallback, useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { CallOutput } from '@/contract'
import { read } from '@/platform/call'
import { signIn, stayStranger } from '@/platform/session'
import { Avatar } from '@/ui/avatar'
import { Bone } from '@/ui/bone'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { notify } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { tap } from '@/ui/tap'
import { copy } from './copy'

type People = CallOutput<'member', 'demoPeople'>['people']

/** Who shall it be? Stands in for WeChat, which knows without asking. */
export const WhoSheet = () => {
  const [people, setPeople] = useState<People | 'waiting' | 'offline'>('waiting')
  const ask = useCallback(async () => {
    setPeople('waiting')
    const answer = await read('member', 'demoPeople', {})
    setPeople(answer.ok ? answer.data.people : 'offline')
  }, [])
  useEffect(() => void ask(), [ask])

  const enter = async (code: string) => {
    const answer = await signIn(code)
    if (!answer.ok) notify(copy.offline)
  }

  const isClosed = Array.isArray(people) && people.length === 0
  return (
    <Sheet isOpen onClose={stayStranger} title={isClosed ? copy.notHere : copy.who}>
      <View className="n2">{isClosed ? copy.notHereNote : copy.whoNote}</View>
      {people === 'offline' && (
        <Button kind="soft" width="wide" className="mt4" onTap={() => void ask()}>
          {copy.offline} · {copy.again}
        </Button>
      )}
      {people === 'waiting' && (
        <View className="who">
          {Array.from({ length: 8 }, (_, place) => (
            <View className="who-person" key={place}>
              <Bone width={52} height={52} isRound />
              <Bone width={36} height={17} />
            </View>
          ))}
        </View>
      )}
      {Array.isArray(people) && (
        <View className="who">
          {(people as People).map(({ code, name, avatar, role }) => (
            <View className="who-person" key={code} {...tap(() => void enter(code), name)}>
              <Avatar url={avatar} name={name} size={52} />
              {name}
              {role === 'leader' && (
                <Chip isSmall tone="leaf">
                  {copy.leader}
                </Chip>
              )}
            </View>
          ))}
        </View>
      )}
    </Sheet>
  )
}
