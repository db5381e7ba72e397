/** The leader's yes to a transfer: WeChat asks on a sheet of its own, in the demo on the web the stand-in is told. The truth comes from `checkTransfer`. */
import type { CallOutput } from '@/contract'
import { isWechat, wechat } from './wx'

type Ask = CallOutput<'earning', 'confirmTransfer'>
/** `old`: this WeChat is too old for it. */
export type Confirmed = 'yes' | 'cancelled' | 'failed' | 'old'

export const confirmTransfer = (ask: Ask): Promise<Confirmed> => (isWechat ? inWechat(ask) : onWeb(ask))

const inWechat = (ask: Ask): Promise<Confirmed> =>
  new Promise((resolve) => {
    if (!wechat().canIUse('requestMerchantTransfer')) return resolve('old')
    wechat().requestMerchantTransfer({
      mchId: ask.merchantId,
      appId: ask.appId,
      package: ask.package,
      success: () => resolve('yes'),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? 'cancelled' : 'failed'),
    })
  })

const onWeb = async ({ standinUrl, package: packageInfo }: Ask): Promise<Confirmed> => {
  if (standinUrl === null) return 'failed'
  try {
    const response = await fetch(standinUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ packageInfo, outcome: 'success' }),
    })
    return response.ok ? 'yes' : 'failed'
  } catch {
    return 'failed'
  }
}
