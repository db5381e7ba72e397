import { createContext, useContext } from 'react'
import { epochMs, type EpochMs } from '@/domain/time'

/** What the screen must know about the phone it is drawn on. The app fills it in from `platform`. */
export type Phone = {
  /** Height of the status bar above a page that draws its own head; 0 where the system keeps it for itself. */
  readonly statusHeight: number
  readonly barHeight: number
  /** Width to leave free at the right of the head for WeChat's capsule. */
  readonly capsuleRoom: number
  readonly isLargeText: boolean
  readonly now: () => EpochMs
  /** False while another page covers this one: nothing should tick there. */
  readonly useIsVisible: () => boolean
  /** One page back; from the first page, home. */
  readonly goBack: () => void
}

export const plainPhone: Phone = {
  statusHeight: 0,
  barHeight: 44,
  capsuleRoom: 12,
  isLargeText: false,
  now: () => epochMs(Date.now()),
  useIsVisible: () => true,
  goBack: () => undefined,
}

export const PhoneContext = createContext<Phone>(plainPhone)
export const usePhone = (): Phone => useContext(PhoneContext)
