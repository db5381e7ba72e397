import { useEffect, useRef, useState } from 'react'
import { CustomWrapper, Text, View } from '@tarojs/components'
import { DAY, HOUR, MINUTE, SECOND, type EpochMs } from '@/domain/time'
import { usePhone } from './phone'
import './count-down.scss'

type Props = {
  readonly until: EpochMs
  /** Dark where it is the deadline of the page, soft in a list. */
  readonly isSoft?: boolean
  /** Once, when it comes to zero while on screen. */
  readonly onEnd?: () => void
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `ms` as days and three cells of two figures; a clock never shows less than zero. */
export const clockCells = (ms: number): { days: number; cells: [string, string, string] } => {
  const left = Math.max(0, Math.ceil(ms / SECOND) * SECOND)
  const inDay = left % DAY
  return {
    days: Math.floor(left / DAY),
    cells: [
      two(Math.floor(inDay / HOUR)),
      two(Math.floor((inDay % HOUR) / MINUTE)),
      two(Math.floor((inDay % MINUTE) / SECOND)),
    ],
  }
}

/** The only thing of a page that changes each second: it draws in a wrapper of its own and stops while the page is covered. */
export const CountDown = (props: Props) => (
  <CustomWrapper>
    <Ticking {...props} />
  </CustomWrapper>
)

const Ticking = ({ until, isSoft = false, onEnd }: Props) => {
  const { now, useIsVisible } = usePhone()
  const isVisible = useIsVisible()
  const [left, setLeft] = useState(() => until - now())
  const atEnd = useRef(onEnd)
  atEnd.current = onEnd

  useEffect(() => {
    if (!isVisible) return
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const ms = until - now()
      setLeft(ms)
      if (ms <= 0) return atEnd.current?.()
      // To the next whole second, so that the figures change when the second does.
      timer = setTimeout(tick, ms % SECOND || SECOND)
    }
    tick()
    return () => clearTimeout(timer)
  }, [until, isVisible, now])

  const { days, cells } = clockCells(left)
  return (
    <View className={isSoft ? 'clock clock-soft' : 'clock'}>
      {days > 0 && <Text className="clock-days">{`${days} 天`}</Text>}
      {cells.map((cell, place) => (
        <Cell key={place} text={cell} isFirst={place === 0} />
      ))}
    </View>
  )
}

const Cell = ({ text, isFirst }: { readonly text: string; readonly isFirst: boolean }) => (
  <>
    {!isFirst && <Text>:</Text>}
    <Text className="clock-cell">{text}</Text>
  </>
)
