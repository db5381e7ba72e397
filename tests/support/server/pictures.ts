/** The demo's pictures, drawn once a checkout (25 s) and shared by every shop that a test opens. */
import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { filesFolder } from '../../../cloudfunctions/runtime/local/open-world'
import { PICTURE_FOLDER } from '../../../cloudfunctions/runtime/db/seed/demo-shop'
import { drawCatalogue } from '../../../cloudfunctions/runtime/db/seed/pictures/draw-catalogue'

const KEPT = path.resolve(__dirname, '../../../.cache/demo-pictures')

/** Draws what is missing. Not from two processes at once: `npm test` does it before the first shop opens. */
export const drawPictures = async (say: (line: string) => void): Promise<void> => {
  const { drawn, milliseconds } = await drawCatalogue(KEPT)
  if (drawn > 0) say(`drew ${drawn} pictures in ${(milliseconds / 1000).toFixed(1)} s`)
}

/** Lets the shop in `dataDir` serve them. */
export const linkPictures = (dataDir: string): void => {
  const place = path.join(filesFolder(dataDir), PICTURE_FOLDER)
  mkdirSync(path.dirname(place), { recursive: true })
  symlinkSync(KEPT, place, 'junction')
}
