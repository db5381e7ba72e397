/** Opens WeChat Pay. What it says here is the phone's word only; the truth comes from `payment.check`. */
import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { PayParams } from '@/contract/payment'
import type { Fen } from '@/domain/money'
import { isWechat } from './wx'

/** `unknown`: it closed without a word, or the web page has no WeChat Pay. */
export type PayOutcome = 'paid' | 'cancelled' | 'failed' | 'unknown'

type Tap = 'success' | 'cancel' | 'fail'
type PaySheet = { readonly amountFen: Fen; readonly onTap: (tap: Tap) => Promise<void> }

/** The demo's pay sheet on the web, which plays WeChat's; null while nothing is to be paid. */
export const usePaySheet = create<{ readonly sheet: PaySheet | null }>(() => ({ sheet: null }))

export const pay = (params: PayParams, amountFen: Fen): Promise<PayOutcome> => {
  if (isWechat) return payInWechat(params)
  return params.standinUrl ? payOnSheet(params, params.standinUrl, amountFen) : Promise.resolve('unknown')
}

const payInWechat = async (params: PayParams): Promise<PayOutcome> => {
  const { timeStamp, nonceStr, package: prepay, signType, paySign } = params
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: prepay, signType, paySign })
    return 'paid'
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string }
    return errMsg.includes('cancel') ? 'cancelled' : 'failed'
  }
}

const payOnSheet = (params: PayParams, url: string, amountFen: Fen): Promise<PayOutcome> =>
  new Promise((resolve) => {
    const onTap = async (tap: Tap) => {
      const outcome = await tell(url, params, tap)
      usePaySheet.setState({ sheet: null })
      resolve(outcome)
    }
    usePaySheet.setState({ sheet: { amountFen, onTap } })
  })

const OUTCOMES: Record<string, PayOutcome> = { success: 'paid', cancel: 'cancelled', fail: 'failed' }

const tell = async (url: string, { standinUrl: _, ...params }: PayParams, outcome: Tap): Promise<PayOutcome> => {
  const prepayId = params.package.replace('prepay_id=', '')
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ prepayId, outcome, params }),
    })
    const said = (await response.json()) as { outcome?: string }
    return OUTCOMES[said.outcome ?? ''] ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
