/**
 * WeChat shows its own privacy pop-up before the first use of a protected call, so nothing is asked here. This opens the
 * text for whoever wants to read it.
 */
import { isWechat, wechat } from './wx'

/** False where there is nothing to open: the web page shows the shop's own text. */
export const openPrivacyContract = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!isWechat) return resolve(false)
    wechat().openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) })
  })
