import Taro from '@tarojs/taro'

/** Opens the phone's dialler; the person dials. A refusal there is nobody's fault. */
export const callPhone = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
