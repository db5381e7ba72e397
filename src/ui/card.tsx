import type { PropsWithChildren, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Icon } from './icon'
import { tap } from './tap'
import './card.scss'

type Props = PropsWithChildren<{
  /** `up` floats on its shadow, `flat` holds rows edge to edge, `glow` is a person's word. */
  readonly look?: 'plain' | 'up' | 'flat' | 'glow'
  readonly className?: string
}>

export const Card = ({ look = 'plain', className = '', children }: Props) => (
  <View className={`card${look === 'plain' ? '' : ` card-${look}`} ${className}`}>{children}</View>
)

type HeadProps = {
  readonly title: string
  readonly note?: string
  readonly more?: string
  readonly onMore?: () => void
}

/** The first line of a card: its name, a quiet note, and the way to the rest. */
export const CardHead = ({ title, note, more, onMore }: HeadProps) => (
  <View className="row sp">
    <View className="row base grow">
      <View className="h">{title}</View>
      {note && <View className="n1 cut">{note}</View>}
    </View>
    {more && <More text={more} {...(onMore ? { onTap: onMore } : {})} />}
  </View>
)

export const More = ({ text, onTap }: { readonly text: ReactNode; readonly onTap?: () => void }) => (
  <View className="more" {...(onTap ? tap(onTap) : {})}>
    {text}
    <Icon name="forward" size={14} />
  </View>
)
