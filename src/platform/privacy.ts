/**
 * WeChat shows its own privacy pop-up before the first use of a protected call, so nothing is asked here. This opens the
 * text for whoever wants to read it.
 */
import { isWechat, wechat } from './wx'

/** False where there is nothing to open: the web page shows the shop's own text. */
export const openPrivacyContract = async (): Promise<boolean> => {
  if (!isWechat) return false
  try {
    await wechat().openPrivacyContract({})
    return true
  } catch {
    return false
  }
}
