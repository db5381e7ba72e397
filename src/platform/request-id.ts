/** An id that makes a write happen once: made when a screen opens, sent with every try of the same act. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz23456789'

/** 24 letters of chance after the time: it only has to be one's own, not secret. */
export const newRequestId = (): string =>
  Date.now().toString(36) +
  Array.from({ length: 24 }, () => LETTERS.charAt(Math.floor(Math.random() * LETTERS.length))).join('')
