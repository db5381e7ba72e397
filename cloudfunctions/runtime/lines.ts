/** The lines to WeChat and WeChat Pay, from the settings. A function that never pays needs no merchant's key. */
import type { WechatApi } from './adapters/wechat-api'
import { connectWechatApi } from './adapters/wechat-api/connect'
import type { WechatPay } from './adapters/wechat-pay'
import { connectWechatPay } from './adapters/wechat-pay/connect'
import type { Config } from './config'

/** Settings can hold only one line, so a PEM key comes with `\n` written out. */
const pem = (text: string): string => text.replaceAll('\\n', '\n')

const PAY_SETTINGS = [
  'PAY_MERCHANT_ID',
  'PAY_MERCHANT_SERIAL',
  'PAY_MERCHANT_KEY',
  'PAY_API_V3_KEY',
  'PAY_PUBLIC_KEY_ID',
  'PAY_PUBLIC_KEY',
] as const satisfies readonly (keyof Config)[]

/** Names that are missing where some are set: half a merchant stops the start. */
const missing = (config: Config, names: readonly (keyof Config)[]): (keyof Config)[] =>
  names.filter((name) => config[name] === undefined)

export const payLine = (config: Config): WechatPay => {
  const absent = missing(config, PAY_SETTINGS)
  if (absent.length === PAY_SETTINGS.length) return unset<WechatPay>('PAY_*')
  if (absent.length > 0) throw new Error(`settings missing: ${absent.join(', ')}`)
  const { PAY_MERCHANT_ID = '', PAY_MERCHANT_SERIAL = '', PAY_MERCHANT_KEY = '', PAY_API_V3_KEY = '' } = config
  const { PAY_PUBLIC_KEY_ID = '', PAY_PUBLIC_KEY = '' } = config
  return connectWechatPay({
    mchid: PAY_MERCHANT_ID,
    appid: config.WECHAT_APP_ID,
    merchantSerial: PAY_MERCHANT_SERIAL,
    merchantPrivateKey: pem(PAY_MERCHANT_KEY),
    platformKeys: { [PAY_PUBLIC_KEY_ID]: pem(PAY_PUBLIC_KEY) },
    apiV3Key: PAY_API_V3_KEY,
    transferScene: config.PAY_TRANSFER_SCENE,
    ...(config.PAY_API_URL ? { baseUrl: config.PAY_API_URL } : {}),
  })
}

export const wechatLine = (config: Config): WechatApi =>
  config.WECHAT_APP_SECRET === undefined
    ? unset<WechatApi>('WECHAT_APP_SECRET')
    : connectWechatApi({
        appId: config.WECHAT_APP_ID,
        appSecret: config.WECHAT_APP_SECRET,
        version: config.WECHAT_TRIAL,
        ...(config.WECHAT_API_URL ? { baseUrl: config.WECHAT_API_URL } : {}),
      })

/** Stands where a line was not set up: whoever uses it learns which setting this function lacks. */
export const unset = <T extends object>(setting: string): T =>
  new Proxy({} as T, {
    get: (_, name) =>
      // `then` is what `await` looks for
      name === 'then'
        ? undefined
        : () => {
            throw new Error(`${String(name)} needs ${setting}, which is not set for this function`)
          },
  })
