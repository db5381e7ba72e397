import Taro from '@tarojs/taro'
import { version as built } from '../../package.json'
import { isWechat } from './wx'

/** What WeChat published, or what was built. */
export const appVersion = (): string => (isWechat && Taro.getAccountInfoSync().miniProgram.version) || built
