/**
 * Passwords as scrypt hashes that carry their own parameters: `scrypt$15$8$3$<salt>$<key>`, costs as in OWASP's table
 * (N = 2^15, r = 8, p = 3: 32 MB, some 0.2 s). Checking takes the same time whether the name exists or not.
 */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

type Cost = { readonly log2N: number; readonly r: number; readonly p: number }
const COST: Cost = { log2N: 15, r: 8, p: 3 }
const KEY_BYTES = 32

const derive = (password: string, salt: Buffer, { log2N, r, p }: Cost, bytes: number): Promise<Buffer> => {
  const N = 2 ** log2N
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  return new Promise((resolve, reject) =>
    // NFKC: the same password typed on another keyboard gives the same bytes
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key))),
  )
}

const written = ({ log2N, r, p }: Cost, salt: Buffer, key: Buffer): string =>
  ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')

/** A hash made at another cost stays good: it says itself how it was made. */
export const hashPassword = async (password: string, cost: Cost = COST): Promise<string> => {
  const salt = randomBytes(16)
  return written(cost, salt, await derive(password, salt, cost, KEY_BYTES))
}

/** Nobody's hash: what a name that doesn't exist is checked against. */
const NOBODY = written(COST, Buffer.alloc(16), Buffer.alloc(KEY_BYTES))

/** `hash` null = nobody has this name: works as long and says false. Throws on a hash that this file did not write. */
export const verifyPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const [kind, log2N, r, p, salt, key] = (hash ?? NOBODY).split('$')
  if (kind !== 'scrypt' || !salt || !key) throw new Error('not a password hash')
  const expected = Buffer.from(key, 'base64url')
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) }
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost, expected.length)
  return timingSafeEqual(given, expected) && hash !== null
}
