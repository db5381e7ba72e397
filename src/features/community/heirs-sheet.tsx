import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OwnCommunity } from '@/contract/community'
import type { MemberId } from '@/domain/ids'
import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Sheet } from '@/ui/sheet'
import { tap } from '@/ui/tap'
import { copy } from './copy'

const words = copy.own

type Props = {
  readonly own: OwnCommunity
  readonly busy: string | null
  readonly onClose: () => void
  readonly onOffer: (toId: MemberId) => void
}

/** To whom a community can be handed over. */
export const HeirsSheet = ({ own, busy, onClose, onOffer }: Props) => {
  const [chosen, setChosen] = useState<MemberId | null>(null)
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.hand}
      foot={
        <Button
          width="grow"
          isOff={chosen === null}
          isBusy={busy === 'offer'}
          onTap={() => chosen !== null && onOffer(chosen)}
        >
          {words.yes}
        </Button>
      }
    >
      <View className="n2">{words.handNote}</View>
      <View className="n1 mt1">{own.heirs.length > 0 ? words.heirs : words.noHeir}</View>
      {own.heirs.map(({ memberId, name, avatar }) => (
        <View
          className="row community-row"
          key={memberId}
          {...tap(() => setChosen(memberId), name, { role: 'radio', isOn: chosen === memberId })}
        >
          <Avatar name={name} url={avatar} size={40} />
          <View className="grow">{name}</View>
          {chosen === memberId && <Icon name="check" size={18} className="leafy" />}
        </View>
      ))}
    </Sheet>
  )
}
