/** 长辈模式: large letters, kept on this phone. */
import { create } from 'zustand'
import { keep, recall } from './storage'
import { isWechat, wechat } from './wx'

/** WeChat's own letter size from which we take the hint; its default is 16. */
const LARGE_FROM = 20

const prefersLarge = (): boolean => isWechat && (wechat().getAppBaseInfo().fontSizeSetting ?? 0) >= LARGE_FROM

export const useLargeText = create<{ readonly isLarge: boolean }>(() => ({
  isLarge: recall('largeText') ?? prefersLarge(),
}))

export const setLargeText = (isLarge: boolean): void => {
  keep('largeText', isLarge)
  useLargeText.setState({ isLarge })
}
