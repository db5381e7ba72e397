/** What is still wrong with an address before it may be saved; the limits are those of the contract. */
import type { AddressFields } from './read-pasted-address'

export type AddressFault = 'missing' | 'too-long' | 'wrong'

const LONGEST: Record<keyof AddressFields, number> = {
  name: 20,
  phone: 11,
  province: 20,
  city: 20,
  district: 20,
  detail: 80,
}

const MOBILE = /^1[3-9]\d{9}$/

const faultOf = (field: keyof AddressFields, text: string): AddressFault | null => {
  if (!text.trim()) return 'missing'
  if (field === 'phone') return MOBILE.test(text) ? null : 'wrong'
  return text.trim().length > LONGEST[field] ? 'too-long' : null
}

/** By field, in the order of the form; empty if the address may be saved. */
export const findAddressFaults = (address: AddressFields): Partial<Record<keyof AddressFields, AddressFault>> => {
  const fields = Object.keys(LONGEST) as (keyof AddressFields)[]
  return Object.fromEntries(
    fields.flatMap((field) => {
      const fault = faultOf(field, address[field])
      return fault ? [[field, fault]] : []
    }),
  )
}
