/** What the staff page makes of a photo before it travels, in the browser that makes it. */
import { build } from 'esbuild'
import path from 'node:path'
import sharp from 'sharp'
import type { CallInput } from '@/contract/index'
import { staffCatalog } from '@/contract/staff-catalog'
import { readPictureHead } from '@/domain/picture/head'
import { DESK, describeInBrowser, openBrowser } from '../support/chromium'
import type { TestBrowser } from '../support/chromium'

type Upload = CallInput<'staff-catalog', 'uploadPicture'>
type Window = { resizer: { fitPicture: (file: Blob) => Promise<Upload> } }

const ROOT = path.resolve(__dirname, '../..')

/** Every pixel another colour: nothing is harder to make small. */
const noise = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: 'white', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .png()
    .toBuffer()

const leaf = (): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 900, channels: 4, background: { r: 0, g: 128, b: 0, alpha: 0.5 } } })
    .webp()
    .toBuffer()

describeInBrowser('a photo on its way into the shop', () => {
  let browser: TestBrowser
  let script: string
  beforeAll(async () => {
    browser = await openBrowser()
    const { outputFiles } = await build({
      entryPoints: [path.join(ROOT, 'src/admin/parts/resize-picture.ts')],
      bundle: true,
      format: 'iife',
      globalName: 'resizer',
      write: false,
    })
    script = outputFiles[0]?.text ?? ''
  })
  afterAll(() => browser.close())

  const fit = async (photo: Buffer): Promise<Upload> => {
    const context = await browser.newContext(DESK)
    const page = await context.newPage()
    await page.addScriptTag({ content: script })
    const upload = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      return (window as unknown as Window).resizer.fitPicture(new Blob([bytes]))
    }, photo.toString('base64'))
    await context.close()
    return upload
  }
  const headOf = (base64: string) => readPictureHead(Buffer.from(base64, 'base64'))

  test('becomes two JPEG, 750 and 360 wide, on white where it was transparent', async () => {
    const upload = await fit(await leaf())
    expect(headOf(upload.large)).toEqual({ kind: 'jpeg', width: 750, height: 750 })
    expect(headOf(upload.small)).toEqual({ kind: 'jpeg', width: 360, height: 360 })
    for (const tone of upload.tone) expect(tone).toMatch(/^#[78][0-9a-f][bc][0-9a-f][78][0-9a-f]$/)
  })

  test('however long and busy, fits into one call', async () => {
    const upload = await fit(await noise(1200, 2400))
    expect(staffCatalog.uploadPicture.input.safeParse(upload).success).toBe(true)
    const [large, small] = [headOf(upload.large), headOf(upload.small)]
    expect((large?.height ?? 0) / (large?.width ?? 1)).toBeCloseTo(2, 1)
    expect((small?.height ?? 0) / (small?.width ?? 1)).toBeCloseTo(2, 1)
  })
})
