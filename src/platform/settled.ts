import { useEffect, useState } from 'react'
import { SECOND } from '@/domain/time'
import { isWechat } from './wx'

/** The first screen is drawn and the phone has come to rest. */
const BREATH = 0.8 * SECOND

/**
 * True a moment after `isDrawn`: what stands below the first screen is sent then, so that the first screen is light.
 * The web draws by itself and needs no such care.
 */
export const useSettled = (isDrawn: boolean): boolean => {
  const [isSettled, setIsSettled] = useState(!isWechat)
  useEffect(() => {
    if (!isDrawn) return
    const timer = setTimeout(() => setIsSettled(true), BREATH)
    return () => clearTimeout(timer)
  }, [isDrawn])
  return isSettled
}
