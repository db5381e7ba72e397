/** Gives a person a file of their own: a download on the web, in WeChat a file to send to a chat of theirs. */
import Taro from '@tarojs/taro'
import { isWechat, wechat } from './wx'

/** Call it from a tap: WeChat opens its chat chooser for nothing else. False if nothing was handed over. */
export const handOverFile = (fileName: string, text: string): Promise<boolean> =>
  isWechat ? sendToChat(fileName, text) : Promise.resolve(download(fileName, text))

const typeOf = (fileName: string): string => (fileName.endsWith('.csv') ? 'text/csv;charset=utf-8' : 'application/json')

const sendToChat = (fileName: string, text: string): Promise<boolean> =>
  new Promise((resolve) => {
    const filePath = `${wechat().env.USER_DATA_PATH}/${fileName}`
    const fail = () => resolve(false)
    const send = () => wechat().shareFileMessage({ filePath, fileName, success: () => resolve(true), fail })
    Taro.getFileSystemManager().writeFile({ filePath, data: text, encoding: 'utf8', success: send, fail })
  })

const download = (fileName: string, text: string): boolean => {
  const href = URL.createObjectURL(new Blob([text], { type: typeOf(fileName) }))
  Object.assign(document.createElement('a'), { href, download: fileName }).click()
  URL.revokeObjectURL(href)
  return true
}
