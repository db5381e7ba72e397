import type { ReactNode } from 'react'
import { Image, View } from '@tarojs/components'
import basket from './scenes/basket.webp'
import purse from './scenes/purse.webp'
import { Icon, type IconName } from './icon'
import './scene.scss'

type Props = {
  readonly picture: 'basket' | 'purse'
  readonly isLeaf?: boolean
  readonly sign?: IconName
  readonly title: string
  readonly note: string
  /** The way on. */
  readonly children?: ReactNode
}

const pictures = { basket, purse }

/** A still life with a sentence under it: nothing here yet, or something went wrong. */
export const Scene = ({ picture, isLeaf = false, sign, title, note, children }: Props) => (
  <View>
    <View className={isLeaf ? 'scene scene-leaf' : 'scene'}>
      <View className="scene-ground" />
      <Image className="scene-thing" src={pictures[picture]} mode="aspectFit" />
      {sign && (
        <View className="scene-sign">
          <Icon name={sign} size={30} />
        </View>
      )}
    </View>
    <View className="scene-words">
      <View className="h5">{title}</View>
      <View className="scene-note">{note}</View>
    </View>
    {children && <View className="scene-way">{children}</View>}
  </View>
)
