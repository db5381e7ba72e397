/** The member's addresses: every act answers with the whole book; a removal can be taken back while the page is open. */
import { useState } from 'react'
import type { AddressView } from '@/contract/member'
import { findAddressFaults } from '@/domain/member/address-faults'
import { chooseAddress } from '@/platform/address'
import { call, read } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { useScreen, type Screen } from '@/platform/screen'
import { asMember, isKnown } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'
import { leaveDraft } from './errand'

type Book = readonly AddressView[]

export type AddressBook = Screen<Book> & {
  /** Removed a moment ago, can still be put back. */
  readonly removed: AddressView | null
  readonly remove: (address: AddressView) => void
  readonly putBack: () => void
  readonly makeDefault: (address: AddressView) => void
  /** From WeChat's book: saved at once, or left as a draft for the form if something is missing. Null if nothing was chosen. */
  readonly importOne: () => Promise<AddressView['id'] | 'draft' | null>
}

const ask = async () => {
  if (!isKnown()) return null
  const answer = await asMember(() => read('member', 'addresses', {}))
  return answer?.ok ? { ok: true as const, data: answer.data.addresses } : answer
}

const fieldsOf = ({ id: _id, isDefault: _isDefault, ...fields }: AddressView) => fields

export const useAddressBook = (): AddressBook => {
  const screen = useScreen<Book>(ask)
  const { view, show } = screen
  const [removed, setRemoved] = useState<AddressView | null>(null)

  const save = async (address: Omit<AddressView, 'id'> & { id?: AddressView['id'] }) => {
    const { id, isDefault, ...fields } = address
    const answer = await call('member', 'saveAddress', { address: fields, isDefault, ...(id ? { id } : {}) })
    if (answer.ok) show(answer.data.addresses)
    else notify(saidOf(answer, refused))
    return answer.ok ? answer.data.savedId : null
  }

  const remove = async (address: AddressView) => {
    show((view ?? []).filter(({ id }) => id !== address.id))
    const answer = await call('member', 'removeAddress', { id: address.id })
    if (answer.ok) {
      show(answer.data.addresses)
      return setRemoved(address)
    }
    notify(saidOf(answer, refused))
    void screen.ask()
  }

  const putBack = async () => {
    if (!removed) return
    setRemoved(null)
    const isBack = await save({ ...fieldsOf(removed), isDefault: removed.isDefault })
    if (isBack) notify(copy.undone, 'check')
    else setRemoved(removed)
  }

  const makeDefault = async (address: AddressView) => {
    show((view ?? []).map((other) => ({ ...other, isDefault: other.id === address.id })))
    if (await save({ ...address, isDefault: true })) notify(copy.defaultSet, 'check')
    else void screen.ask()
  }

  const importOne = async () => {
    const chosen = await chooseAddress()
    if (chosen.outcome !== 'chosen') {
      if (chosen.outcome === 'refused') notify(copy.importRefused)
      return null
    }
    if (Object.keys(findAddressFaults(chosen.address)).length === 0)
      return save({ ...chosen.address, isDefault: false })
    leaveDraft(chosen.address)
    return 'draft'
  }

  return {
    ...screen,
    removed,
    remove: (address) => void remove(address),
    putBack: () => void putBack(),
    makeDefault: (address) => void makeDefault(address),
    importOne,
  }
}
