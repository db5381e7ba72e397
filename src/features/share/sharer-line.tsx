import { View } from '@tarojs/components'
import { Avatar } from '@/ui/avatar'
import { copy } from './copy'

type Props = { readonly sharer: { readonly name: string; readonly avatar: string | null } | null }

/** Who thought of you; nobody where the sharer is gone or oneself. */
export const SharerLine = ({ sharer }: Props) =>
  sharer && (
    <View className="sharer">
      <Avatar url={sharer.avatar} name={sharer.name} size={32} />
      <View className="grow">
        <View className="b">{copy.recommends(sharer.name)}</View>
      </View>
    </View>
  )
