/**
 * Where pictures and papers of the shop are kept. Keys are made by the server and never reused for other bytes, so that
 * an address may be cached for ever: a new version of a share card is a new key.
 */
export type Files = {
  /** Answers with the address a shopper's phone can open. The same key again replaces the bytes. */
  put(key: string, bytes: Uint8Array, contentType: ContentType): Promise<string>
  /** Null where there is no such file. */
  read(key: string): Promise<Buffer | null>
  /** Removing what is not there is no error: an outbox row may come twice. */
  remove(key: string): Promise<void>
}

/** What the shop stores, with the ending its keys must have: a static host goes by the ending, not by what we say. */
const ENDINGS = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'video/mp4': ['mp4'],
  'text/csv': ['csv'],
  'application/pdf': ['pdf'],
  'application/json': ['json'],
} as const
export type ContentType = keyof typeof ENDINGS

/** `cards/prd_06f3/v12.png`: lower-case parts, no dot at the start of one, so no way out of the folder. */
const KEY = /^[a-z0-9_-][a-z0-9_.-]*(\/[a-z0-9_-][a-z0-9_.-]*)*\.([a-z0-9]+)$/

/** Throws a RangeError for a key that could leave the folder or be served as something else: that is a bug. */
export const checkKey = (key: string, contentType?: ContentType): string => {
  const ending = key.length <= 200 ? KEY.exec(key)?.[2] : undefined
  const allowed: readonly string[] = contentType ? ENDINGS[contentType] : Object.values(ENDINGS).flat()
  if (ending === undefined || !allowed.includes(ending)) throw new RangeError(`not a key for a file: ${key}`)
  return key
}
