/** What the list and the form tell each other while both are open: WeChat gives pages no return value. */
import type { AddressFields } from '@/domain/member/read-pasted-address'

type Errand = {
  /** The list was opened to choose from, so what is newly saved is what was wanted. */
  isChoosing: boolean
  /** The form has left the chosen one already: the list has only to close. */
  isSettled: boolean
  /** From WeChat's own book, still to be completed in the form. */
  draft: AddressFields | null
}

const errand: Errand = { isChoosing: false, isSettled: false, draft: null }

export const setChoosing = (isChoosing: boolean): void => {
  errand.isChoosing = isChoosing
  errand.isSettled = false
}
export const isChoosing = (): boolean => errand.isChoosing
export const settle = (): void => void (errand.isSettled = true)
export const takeSettled = (): boolean => {
  const { isSettled } = errand
  errand.isSettled = false
  return isSettled
}

export const leaveDraft = (draft: AddressFields): void => void (errand.draft = draft)
export const takeDraft = (): AddressFields | null => {
  const { draft } = errand
  errand.draft = null
  return draft
}
