/** `13812342071` → `138****2071`: enough to recognise one's own, nothing to call. Shorter numbers keep only their last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
