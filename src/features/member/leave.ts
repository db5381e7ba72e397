import { member, signOut } from '@/platform/session'
import { showCartCount } from '@/platform/tab-badge'
import { notify } from '@/ui/notice'
import { copy } from './copy'

/** Only on the web: in WeChat nobody signs out of themselves. */
export const leave = (): void => {
  signOut()
  showCartCount(0)
  notify(copy.left)
}

/** Leaves and asks who it shall be now. True if somebody came in. */
export const switchPerson = async (): Promise<boolean> => {
  signOut()
  showCartCount(0)
  return (await member()) !== null
}
