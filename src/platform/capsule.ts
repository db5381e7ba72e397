/** Where WeChat's own things stand on the screen, so that ours keep clear of them. */
import { isWechat, wechat } from './wx'

export type HeadRoom = { readonly statusHeight: number; readonly barHeight: number; readonly capsuleRoom: number }

const WEB: HeadRoom = { statusHeight: 0, barHeight: 44, capsuleRoom: 12 }
/** Between the capsule and whatever stands at its left. */
const CLEAR = 8

/** Measured once: neither moves while the app lives. */
export const measureHead = (): HeadRoom => {
  if (!isWechat) return WEB
  const { statusBarHeight, windowWidth } = wechat().getWindowInfo()
  const capsule = wechat().getMenuButtonBoundingClientRect()
  return {
    statusHeight: statusBarHeight,
    // As far below the capsule as above it, so that a line in the bar is level with it.
    barHeight: 2 * (capsule.top - statusBarHeight) + capsule.height,
    capsuleRoom: windowWidth - capsule.left + CLEAR,
  }
}
