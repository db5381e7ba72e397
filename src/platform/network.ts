/** Whether the phone has a network at all; what the shop answers is another matter. */
import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { isWechat } from './wx'

type Told = (isOnline: boolean) => void

const listen = (told: Told): (() => void) => (isWechat ? listenInWechat(told) : listenOnWeb(told))

const listenInWechat = (told: Told): (() => void) => {
  const onChange = ({ isConnected }: { isConnected: boolean }) => told(isConnected)
  Taro.onNetworkStatusChange(onChange)
  void Taro.getNetworkType({ success: ({ networkType }) => told(networkType !== 'none') })
  return () => Taro.offNetworkStatusChange(onChange)
}

const listenOnWeb = (told: Told): (() => void) => {
  const [up, down] = [() => told(true), () => told(false)]
  window.addEventListener('online', up)
  window.addEventListener('offline', down)
  told(navigator.onLine)
  return () => {
    window.removeEventListener('online', up)
    window.removeEventListener('offline', down)
  }
}

export const useOnline = (): boolean => {
  const [isOnline, setIsOnline] = useState(true)
  useEffect(() => listen(setIsOnline), [])
  return isOnline
}
