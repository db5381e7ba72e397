import type { ReactNode } from 'react'
import { Button as NativeButton, View, type ButtonProps } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { tap } from './tap'
import './button.scss'

type Props = {
  /** One `fill` per block of work: the next step. */
  readonly kind?: 'fill' | 'soft' | 'line' | 'ghost' | 'leaf'
  readonly isSmall?: boolean
  readonly width?: 'own' | 'wide' | 'grow'
  readonly icon?: IconName
  /** A second, quieter line. */
  readonly note?: string
  readonly isOff?: boolean
  /** Working: keeps its size, shows a turning ring and takes no tap. */
  readonly isBusy?: boolean
  readonly label?: string
  readonly onTap?: () => void
  /** What only WeChat's own button may open: a share, a chat, the avatar chooser. */
  readonly native?: Pick<ButtonProps, 'openType' | 'onChooseAvatar' | 'onContact' | 'formType'>
  readonly className?: string
  readonly children?: ReactNode
}

const WIDTHS = { own: '', wide: ' btn-wide', grow: ' btn-grow' }

export const Button = ({ kind = 'fill', width = 'own', icon, note, isOff = false, isBusy = false, ...rest }: Props) => {
  const { isSmall = false, label, onTap, native, className, children } = rest
  const looks = `btn btn-${kind}${isSmall ? ' btn-s' : ''}${WIDTHS[width]}${note ? ' btn-two' : ''}`
  const classes = `${looks}${isOff ? ' btn-off' : ''}${className ? ` ${className}` : ''}`
  const inside = (
    <>
      {isBusy ? <View className="btn-wait" /> : icon && <Icon name={icon} size={isSmall ? 16 : 19} />}
      {children}
      {note && <View className="btn-note">{note}</View>}
    </>
  )
  if (native) {
    return (
      <NativeButton className={classes} disabled={isOff || isBusy} {...native} {...(onTap ? { onClick: onTap } : {})}>
        {inside}
      </NativeButton>
    )
  }
  return (
    <View className={classes} {...tap(isOff || isBusy ? undefined : onTap, label)}>
      {inside}
    </View>
  )
}
