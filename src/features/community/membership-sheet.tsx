import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CommunityView } from '@/contract/community'
import { Button } from '@/ui/button'
import { SwitchRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'

const words = copy.page

type Props = {
  readonly view: CommunityView
  readonly busy: string | null
  readonly onMute: (isMuted: boolean) => void
  readonly onLeave: () => void
  readonly onClose: () => void
}

/** What a member may do with their membership: hear less, or leave. Leaving asks once. */
export const MembershipSheet = ({ view, busy, onMute, onLeave, onClose }: Props) => {
  const [isLeaving, setIsLeaving] = useState(false)
  const isMuted = view.membership === 'muted'
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={view.name}
      foot={
        isLeaving ? (
          <>
            <Button kind="fill" width="grow" onTap={onClose}>
              {words.stay}
            </Button>
            <Button kind="line" width="grow" isBusy={busy === 'leave'} onTap={onLeave}>
              {words.leave}
            </Button>
          </>
        ) : (
          <Button kind="line" width="grow" onTap={() => setIsLeaving(true)}>
            {words.leave}
          </Button>
        )
      }
    >
      {isLeaving ? (
        <View className="n2">{words.leaveSure}</View>
      ) : (
        <SwitchRow icon="bell" title={words.mute} isOn={isMuted} onChange={onMute} />
      )}
    </Sheet>
  )
}
