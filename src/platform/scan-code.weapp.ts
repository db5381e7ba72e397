/** WeChat's own scanner, which reads in the dark and without a network. */
import Taro from '@tarojs/taro'

/** Null: put away. `none`: no camera may be used; then it is typed. */
export type Scanned = { readonly text: string } | 'none' | null

export const scanCode = async (): Promise<Scanned> => {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    return { text: result }
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return errMsg.includes('cancel') ? null : 'none'
  }
}
