/** The stand-in's 小程序码: a picture that a camera can read, leading to the real page. */
import { create } from 'qrcode'
import sharp from 'sharp'
import { openWechat } from '../support/wechat-api'

let w: Awaited<ReturnType<typeof openWechat>>
beforeAll(async () => {
  w = await openWechat({ h5Url: 'http://127.0.0.1:8080', pages: ['packages/product/detail/index'] })
})
afterAll(() => w.close())

const ask = { scene: 's=7kQ2mPz9Xa', page: 'packages/product/detail/index', width: 430 }
const LINK = 'http://127.0.0.1:8080/#/packages/product/detail/index?scene=s%3D7kQ2mPz9Xa'

test('every dot outside the badge is the link’s', async () => {
  const png = await w.wechat.miniProgramCode({ ...ask, width: 860 })
  const { data: pixels, info } = await sharp(png).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([860, 860])

  const { size, data } = create(LINK, { errorCorrectionLevel: 'Q' }).modules
  const step = 860 / (size + 6)
  const isDark = (x: number, y: number) => {
    const [px, py] = [(x + 3.5) * step, (y + 3.5) * step].map(Math.floor)
    return (pixels[(py ?? 0) * 860 + (px ?? 0)] ?? 255) < 160
  }
  let wrong = 0
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (isDark(x, y) !== (data[y * size + x] === 1)) wrong++
  // Level Q mends 25 %; the badge may cost a fifth of that.
  expect(wrong / (size * size)).toBeLessThan(0.05)
})

test.each([
  ['a scene of 33 characters', { scene: 'x'.repeat(33) }, '40169'],
  ['a scene with a percent sign', { scene: 'a%20b' }, '40169'],
  ['a scene in Chinese', { scene: '苹果' }, '40169'],
  ['an empty scene', { scene: '' }, '40169'],
  ['a page with a slash in front', { page: '/packages/product/detail/index' }, '41030'],
  ['a page with a query', { page: 'packages/product/detail/index?id=1' }, '41030'],
  ['a page that was not released', { page: 'packages/none/index' }, '41030'],
  ['a picture wider than WeChat draws', { width: 1_281 }, '40097'],
])('%s is a bug of ours', async (_, wrong, reason) => {
  await expect(w.wechat.miniProgramCode({ ...ask, ...wrong })).rejects.toMatchObject({ reason, retryable: false })
})
