/** What the hand feels while the eyes are on the bag: short for done, long for look here. */
import Taro from '@tarojs/taro'
import { isWechat } from './wx'

export const buzz = (kind: 'done' | 'look'): void => {
  if (!isWechat) return
  const felt = kind === 'done' ? Taro.vibrateShort({ type: 'medium' }) : Taro.vibrateLong()
  void felt.catch(() => undefined)
}
