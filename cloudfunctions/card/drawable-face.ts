/** A member as a circle on a card: their own picture where it lies with the shop and can be drawn, else their first sign. */
import { maskName } from '@/domain/share/mask'
import type { Files } from '../runtime/adapters/files'
import { keyOf } from './drawable-scene'
import { tintOf, type Face } from './faces'
import { drawablePicture } from './picture-data'
import { plainWords } from './plain-words'

/** Pictures of members that the shop keeps; nothing is ever fetched from elsewhere for a drawing. */
const OWN = /^(avatars|pictures)\/[\w./-]+\.\w+$/
/** Where a name is all emoji, or its owner is gone. */
const NEIGHBOUR = '邻'

/** Demo pictures are webp and have a JPEG twin made for cards; uploaded ones are JPEG or PNG themselves. */
const readAvatar = async (files: Files, url: string | null): Promise<Buffer | null> => {
  const key = url === null ? '' : keyOf(url)
  if (!OWN.test(key)) return null
  return key.endsWith('.webp') ? files.read(key.replace(/\.\d+\.webp$/, '.card.jpg')) : files.read(key)
}

export type Person = { readonly name: string | null; readonly avatar: string | null }

export const drawableFace = async (files: Files, { name, avatar }: Person): Promise<Face> => {
  const picture = drawablePicture(await readAvatar(files, avatar))
  const sign = Array.from(plainWords(name ?? ''))[0] ?? NEIGHBOUR
  return { picture: picture?.url ?? null, sign, tint: tintOf(name === null ? NEIGHBOUR : maskName(name)) }
}
