/** The bytes of a product's picture in a form that can be drawn. */
import type { Picture } from '@/contract/views'
import type { Files } from '../runtime/adapters/files'

/** The file's key: what follows `/files/` in the local cloud, the host elsewhere. */
export const keyOf = (url: string): string => url.replace(/^https?:\/\/[^/]+\//, '').replace(/^\/?files\//, '')

/** The picture made for cards where there is one, else the large one; null where neither is to be had. */
export const drawableScene = async (files: Files, picture: Picture | null): Promise<Buffer | null> => {
  const large = picture ? keyOf(picture.url) : ''
  if (!/^pictures\/[\w./-]+\.750\.\w+$/.test(large)) return null
  return (await files.read(large.replace(/\.750\.\w+$/, '.card.jpg'))) ?? files.read(large)
}
