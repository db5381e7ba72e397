/** The draft of one address. Faults speak only once somebody has tried to save; then they go as soon as they are mended. */
import { useState } from 'react'
import type { AddressView } from '@/contract/member'
import { findAddressFaults } from '@/domain/member/address-faults'
import { isMunicipality, provinceAtStart } from '@/domain/member/provinces'
import { readPastedAddress, type AddressFields } from '@/domain/member/read-pasted-address'
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { notify } from '@/ui/notice'
import { copy, refused } from './copy'

export const blank: AddressFields = { name: '', phone: '', province: '', city: '', district: '', detail: '' }

/** Only what the form holds: a view of an address carries more. */
const trimmed = (draft: AddressFields): AddressFields => ({
  name: draft.name.trim(),
  phone: draft.phone.trim(),
  province: draft.province.trim(),
  city: draft.city.trim(),
  district: draft.district.trim(),
  detail: draft.detail.trim(),
})

/** 「上海」 becomes 「上海市」, which is its own city too. */
const inFull = (draft: AddressFields): AddressFields => {
  const found = provinceAtStart(draft.province.trim())
  if (!found) return draft
  return { ...draft, province: found.name, ...(isMunicipality(found.name) && !draft.city ? { city: found.name } : {}) }
}

export const useAddressForm = (id: AddressView['id'] | undefined, first: AddressFields, wasDefault: boolean) => {
  const [draft, setDraft] = useState(first)
  const [isDefault, setIsDefault] = useState(wasDefault)
  const [hasTried, setHasTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)

  /** The id it was saved under; null if something is still to mend, which is then in sight. */
  const save = async (): Promise<AddressView['id'] | null> => {
    if (isSaving) return null
    const address = trimmed(inFull(draft))
    setDraft(address)
    setHasTried(true)
    if (Object.keys(findAddressFaults(address)).length > 0) return null
    setIsSaving(true)
    const answer = await asMember(() => call('member', 'saveAddress', { address, isDefault, ...(id ? { id } : {}) }))
    setIsSaving(false)
    if (answer?.ok) return answer.data.savedId
    if (answer) notify(saidOf(answer, refused))
    return null
  }

  return {
    draft,
    faults: hasTried ? findAddressFaults(draft) : {},
    isDefault,
    setIsDefault,
    isSaving,
    set: (change: Partial<AddressFields>) => setDraft((now) => ({ ...now, ...change })),
    completeRegion: () => setDraft(inFull),
    /** True if anything was read out of it. */
    paste: (text: string): boolean => {
      const found = readPastedAddress(text)
      const isRead = Object.keys(found).length > 0
      setDraft((now) => ({ ...now, ...found }))
      notify(isRead ? copy.pasteRead : copy.pasteNothing, ...(isRead ? (['check'] as const) : []))
      return isRead
    },
    save,
  }
}

export type AddressFormState = ReturnType<typeof useAddressForm>
