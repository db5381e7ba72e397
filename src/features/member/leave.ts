import { signOut } from '@/platform/session'
import { showCartCount } from '@/platform/tab-badge'
import { notify } from '@/ui/notice'
import { copy } from './copy'
import { enter } from './use-my-page'

const forget = (): void => {
  signOut()
  showCartCount(0)
}

/** Only on the web: in WeChat nobody signs out of themselves. */
export const leave = (): void => {
  forget()
  notify(copy.left)
}

/** Only in the demo: another neighbour takes the phone. */
export const switchPerson = (): void => {
  forget()
  void enter()
}
