/** Paper: the browser's own print of the page in sight. WeChat prints nothing; there the text is copied or sent. */
import { isWechat } from './wx'

export const canPrint = !isWechat

export const printPage = (): void => {
  if (canPrint) window.print()
}
