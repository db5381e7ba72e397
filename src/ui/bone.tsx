import { View } from '@tarojs/components'
import './bone.scss'

type Props = {
  /** Pixels, or a share of the line such as `90%`. */
  readonly width: number | string
  readonly height: number
  readonly top?: number
  readonly isRound?: boolean
}

const length = (n: number | string): string => (typeof n === 'number' ? `${n}px` : n)

/** A piece of a skeleton: the shape of a word or a face that is still on its way. */
export const Bone = ({ width, height, top = 0, isRound = false }: Props) => (
  <View
    className="bone"
    style={`width:${length(width)};height:${height}px${top ? `;margin-top:${top}px` : ''}${isRound ? `;border-radius:${height}px` : ''}`}
  />
)

export type Tone = 'berry' | 'sun' | 'leafy' | 'sky' | 'plum' | 'wheat' | 'sea' | 'rose'

type PictureProps = { readonly tone: Tone; readonly ratio?: number; readonly isSquare?: boolean }

/** A picture that is still on its way: its box and a tone of the shop. `ratio` is height ÷ width. */
export const BonePicture = ({ tone, ratio = 1, isSquare = false }: PictureProps) => (
  <View className={`bone-pic bone-${tone}${isSquare ? ' bone-square' : ''}`} style={`padding-top:${ratio * 100}%`} />
)
