import { Image, View } from '@tarojs/components'
import './avatar.scss'

type Props = {
  readonly url: string | null
  readonly name: string
  readonly size?: number
  readonly isRinged?: boolean
}

const TONES = 5
/** The same person has the same colour everywhere. */
const toneOf = (name: string): number => [...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % TONES

export const Avatar = ({ url, name, size = 36, isRinged = false }: Props) => (
  <View
    className={`avatar avatar-${toneOf(name)}${isRinged ? ' avatar-ringed' : ''}`}
    style={`width:${size}px;height:${size}px;font-size:${Math.round(size * 0.42)}px`}
  >
    {url ? <Image className="avatar-image" src={url} mode="aspectFill" /> : [...name][0]}
  </View>
)

type StackProps = {
  readonly people: readonly { readonly url: string | null; readonly name: string }[]
  readonly size?: number
  /** How many faces at most; the others become a number. */
  readonly most?: number
}

/** A few faces, overlapping; at the end how many more there are. */
export const AvatarStack = ({ people, size = 26, most = 5 }: StackProps) => {
  const rest = people.length - most
  return (
    <View className="avatars">
      {people.slice(0, most).map((person, place) => (
        <Avatar key={place} url={person.url} name={person.name} size={size} />
      ))}
      {rest > 0 && (
        <View
          className="avatar avatar-rest"
          style={`width:${size}px;height:${size}px;font-size:${Math.round(size * 0.4)}px`}
        >
          {`+${rest}`}
        </View>
      )}
    </View>
  )
}
