/** The two algorithms of WeChat Pay v3: SHA256 with RSA for signatures, AES-256-GCM for what a notice carries. */
import { createCipheriv, createDecipheriv, sign, verify, type KeyLike } from 'node:crypto'

const TAG_BYTES = 16

/** Each part ends in a line feed, the last one too. */
const lines = (...parts: readonly string[]): Buffer => Buffer.from(parts.map((part) => `${part}\n`).join(''))

export const signLines = (key: KeyLike, ...parts: readonly string[]): string =>
  sign('sha256', lines(...parts), key).toString('base64')

export const fitsLines = (key: KeyLike, signature: string, ...parts: readonly string[]): boolean =>
  verify('sha256', lines(...parts), key, Buffer.from(signature, 'base64'))

export const seal = (key: string, nonce: string, aad: string, text: string): string => {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad))
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** Throws if the text was altered or sealed with another key. */
export const unseal = (key: string, nonce: string, aad: string, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(aad))
    .setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
}
