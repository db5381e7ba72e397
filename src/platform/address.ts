/** The address book that WeChat keeps for its people; the web has none. */
import Taro from '@tarojs/taro'
import type { AddressView } from '@/contract/member'
import { isWechat } from './wx'

export type Chosen =
  | { readonly outcome: 'chosen'; readonly address: Omit<AddressView, 'id' | 'isDefault'> }
  | { readonly outcome: 'cancelled' | 'refused' | 'none' }

export const canChooseAddress = isWechat

export const chooseAddress = async (): Promise<Chosen> => {
  if (!isWechat) return { outcome: 'none' }
  try {
    const said = await Taro.chooseAddress()
    const address = {
      name: said.userName,
      phone: said.telNumber,
      province: said.provinceName,
      city: said.cityName,
      district: said.countyName,
      detail: said.detailInfo,
    }
    return { outcome: 'chosen', address }
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return { outcome: errMsg.includes('cancel') ? 'cancelled' : 'refused' }
  }
}
