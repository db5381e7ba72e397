/** The key of a drawn picture, made from what it shows: other facts, another key, so addresses may be cached for ever. */
import { createHash } from 'node:crypto'

/** Raised when the drawing itself changes, so that everything is drawn anew. */
const DESIGN = 2

/** `cards/prd_06f…/3f1c9a….jpg`. */
export const pictureKey = (folder: string, facts: readonly unknown[]): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([DESIGN, ...facts]))
    .digest('hex')
  return `${folder}/${hash.slice(0, 20)}.jpg`
}

/** Whether a picture that is kept shows the same, though it was drawn at another time: a change that no picture shows. */
export const isSamePicture = (url: string, key: string): boolean => nameOf(url) === nameOf(key)

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
