/** One act, one name: sent twice it counts once. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(15)), (byte) => byte.toString(16).padStart(2, '0')).join('')
