/** A picture on its way into a drawing. Only JPEG and PNG can be drawn; webp needs a decoder that weighs as much as all else. */
import { readPictureHead, type PictureHead } from '@/domain/picture/head'

export type DrawablePicture = PictureHead & { readonly url: string }

/** Null for bytes that are no whole JPEG or PNG: the drawing then does without a picture. */
export const drawablePicture = (bytes: Uint8Array | null): DrawablePicture | null => {
  const head = bytes && readPictureHead(bytes)
  if (!bytes || !head || head.kind === 'webp') return null
  return { ...head, url: `data:image/${head.kind};base64,${Buffer.from(bytes).toString('base64')}` }
}

/**
 * True for pictures made for cards: 5:4, with the lower quarter left free for the white foot. Any other picture is a
 * photo whose middle matters.
 */
export const isScene = ({ width, height }: PictureHead): boolean => Math.abs(width / height - 1.25) < 0.02
