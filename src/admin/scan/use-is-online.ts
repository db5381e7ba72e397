import { useSyncExternalStore } from 'react'

const listen = (tell: () => void): (() => void) => {
  window.addEventListener('online', tell)
  window.addEventListener('offline', tell)
  return () => {
    window.removeEventListener('online', tell)
    window.removeEventListener('offline', tell)
  }
}

/** What the phone believes; a call can still fail, and says so itself. */
export const useIsOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)
