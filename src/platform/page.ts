/** The life of a page, as Taro tells it. */
import { useEffect, useState } from 'react'
import Taro, {
  useDidHide,
  useDidShow,
  usePageScroll,
  usePullDownRefresh,
  useReachBottom,
  useRouter,
} from '@tarojs/taro'

/** Each time the page comes into sight, the first time included. */
export const useShown = (onShow: () => void): void => useDidShow(onShow)

/** False while another page, or another app, covers this one. */
export const useIsVisible = (): boolean => {
  const [isVisible, setIsVisible] = useState(true)
  useDidShow(() => setIsVisible(true))
  useDidHide(() => setIsVisible(false))
  return isVisible
}

/** Asks again every `everyMs` milliseconds, as long as it `isLive` and the page is in sight. */
export const useAskAgain = (isLive: boolean, everyMs: number, ask: () => Promise<unknown>): void => {
  const isOn = useIsVisible() && isLive
  useEffect(() => {
    if (!isOn) return
    const timer = setInterval(() => void ask(), everyMs)
    return () => clearInterval(timer)
  }, [isOn, everyMs, ask])
}

/** The end of what is loaded comes near. */
export const useAtBottom = (onBottom: () => void): void => useReachBottom(onBottom)

/** True while the page is scrolled further down than `top` pixels. */
export const useIsPast = (top: number): boolean => {
  const [isPast, setIsPast] = useState(false)
  usePageScroll(({ scrollTop }) => setIsPast(scrollTop > top))
  return isPast
}

/** What the page was opened with, each value decoded once. */
export const useQuery = (): Readonly<Record<string, string | undefined>> => {
  const { params } = useRouter()
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decoded(value)]))
}

const decoded = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A pull at the top of the page; the sign of it goes when `onPull` is done. */
export const usePulled = (onPull: () => Promise<unknown>): void =>
  usePullDownRefresh(() => void onPull().finally(() => Taro.stopPullDownRefresh()))
