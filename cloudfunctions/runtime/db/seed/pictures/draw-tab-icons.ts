/** Draws the tab bar's icons into src/assets/tabbar: `npx tsx cloudfunctions/runtime/db/seed/pictures/draw-tab-icons.ts`. */

import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'

const FOLDER = resolve(__dirname, '../../../../../src/assets/tabbar')
/** What WeChat recommends; the file may weigh 40 KB and these weigh two. */
const SIZE = 81

const looks = [
  { ending: '', colour: '#7A736B', stroke: 1.6 },
  { ending: '-on', colour: '#D4401A', stroke: 1.85 },
] as const

/** Strokes in a field of 24, named after the pages. */
const strokes = {
  home: '<path d="M4 11.2 12 4.5l8 6.7V19a1 1 0 0 1-1 1h-4.5v-5h-5v5H5a1 1 0 0 1-1-1z"/>',
  category:
    '<rect x="4" y="4" width="6.8" height="6.8" rx="2"/><rect x="13.2" y="4" width="6.8" height="6.8" rx="2"/>' +
    '<rect x="4" y="13.2" width="6.8" height="6.8" rx="2"/><circle cx="16.6" cy="16.6" r="3.4"/>',
  community:
    '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.8 19.5c.5-3.6 3-5.5 6.2-5.5s5.7 1.9 6.2 5.5"/>' +
    '<path d="M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.4c2 .7 3.3 2.5 3.7 5.1"/>',
  cart:
    '<path d="M3 5h2.2l2.1 10.2a1.5 1.5 0 0 0 1.5 1.2h7.9a1.5 1.5 0 0 0 1.5-1.2L19.7 8H6"/>' +
    '<circle cx="9.5" cy="19.6" r="1.2"/><circle cx="16.5" cy="19.6" r="1.2"/>',
  me: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20c.6-4.2 3.6-6.2 7.5-6.2s6.9 2 7.5 6.2"/>',
}

const icon = (strokesOfOne: string, colour: string, stroke: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="-1.5 -1.5 27 27" fill="none"` +
      ` stroke="${colour}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">${strokesOfOne}</svg>`,
  )

const drawTabIcons = async (): Promise<void> => {
  await mkdir(FOLDER, { recursive: true })
  for (const [page, lines] of Object.entries(strokes)) {
    for (const { ending, colour, stroke } of looks) {
      const png = await sharp(icon(lines, colour, stroke))
        .png({ compressionLevel: 9, palette: true })
        .toBuffer()
      await writeFile(join(FOLDER, `${page}${ending}.png`), png)
    }
  }
}

drawTabIcons().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
