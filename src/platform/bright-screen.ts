/** A screen that is held out to be read: as bright as it gets, and it does not go to sleep. Nothing of it on the web. */
import Taro from '@tarojs/taro'
import { isWechat } from './wx'

const quietly = (asked: Promise<unknown>): void => void asked.catch(() => undefined)

/** Answers how to give the screen back as it was; a phone that refuses stays as it is. */
export const brightenScreen = (): (() => void) => {
  if (!isWechat) return () => undefined
  const before = Taro.getScreenBrightness().then(({ value }) => {
    quietly(Taro.setScreenBrightness({ value: 1 }))
    return value
  })
  quietly(before)
  quietly(Taro.setKeepScreenOn({ keepScreenOn: true }))
  return () => {
    quietly(before.then((value) => Taro.setScreenBrightness({ value })))
    quietly(Taro.setKeepScreenOn({ keepScreenOn: false }))
  }
}
