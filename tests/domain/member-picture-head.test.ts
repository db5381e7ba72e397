import fc from 'fast-check'
import sharp from 'sharp'
import { readPictureHead } from '@/domain/picture/head'

const plain = () => sharp({ create: { width: 321, height: 123, channels: 3, background: '#fa0' } })

const pictures = {
  png: () => plain().png(),
  jpeg: () => plain().jpeg(),
  'progressive jpeg': () => plain().jpeg({ progressive: true }),
  'jpeg with camera facts': () => plain().withMetadata({ orientation: 6 }).jpeg(),
  'lossy webp': () => plain().webp(),
  'lossless webp': () => plain().webp({ lossless: true }),
  'webp with transparency': () => plain().ensureAlpha(0.5).webp(),
}

describe('the head of a picture', () => {
  test.each(Object.entries(pictures))('%s says kind and size', async (_name, make) => {
    const bytes = await make().toBuffer()
    expect(readPictureHead(bytes)).toMatchObject({ width: 321, height: 123 })
    expect(readPictureHead(bytes)?.kind).toMatch(/^(png|jpeg|webp)$/)
  })

  test.each(Object.entries(pictures))('%s cut short is no picture', async (_name, make) => {
    const bytes = await make().toBuffer()
    for (const length of [0, 1, 12, 29, bytes.length - 3]) expect(readPictureHead(bytes.subarray(0, length))).toBeNull()
  })

  test.each([
    ['a page', '<html><script>alert(1)</script></html>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
  ])('%s is no picture', (_name, text) => {
    expect(readPictureHead(Buffer.from(text))).toBeNull()
  })

  test('any bytes at all are read without a fault', async () => {
    const heads = await Promise.all(Object.values(pictures).map((make) => make().toBuffer()))
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 20 }),
        (head, changes) => {
          const bytes = Uint8Array.from(head)
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte
          readPictureHead(bytes)
        },
      ),
    )
  })
})
