/** Bundles that load a part of themselves late, at that work: alone in a folder, on a real database, with a bucket on loopback. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import type { CallInput } from '@/contract/index'
import { readPictureHead } from '@/domain/picture/head'
import { epochMs } from '@/domain/time'
import { openStaffSession } from '../../cloudfunctions/runtime/staff-session'
import { openShop, type Shop } from '../support/functions'
import { probe } from './probe'

/** What shoppers open: a name that stands before the bucket. */
const PUBLIC = 'https://pictures.shop.test'

const openBucket = async () => {
  const kept = new Map<string, Buffer>()
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const key = request.url ?? ''
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    if (request.method === 'PUT') kept.set(key, Buffer.concat(parts))
    response.writeHead(kept.has(key) ? 200 : 404).end(request.method === 'GET' ? kept.get(key) : '')
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    kept,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  }
}

let shop: Shop
let bucket: Awaited<ReturnType<typeof openBucket>>
let cookie: string
beforeAll(async () => {
  ;[shop, bucket] = await Promise.all([openShop(), openBucket()])
  const { staffId } = await shop.aStaff({ role: 'owner' })
  // the bundle lives by the real clock
  cookie = await openStaffSession({ ...shop.deps, now: () => epochMs(Date.now()) }, staffId)
})
afterAll(() => Promise.all([shop.close(), bucket.close()]))

const settings = () => ({
  DATABASE_URL: shop.url ?? '',
  FILES_BUCKET_URL: bucket.url,
  FILES_PUBLIC_URL: PUBLIC,
  TENCENTCLOUD_SECRETID: 'nobody',
  TENCENTCLOUD_SECRETKEY: 'nothing',
})

/** As the staff page asks: through the gateway. */
const askAsStaff = async <A extends 'uploadPicture' | 'saveProduct'>(
  action: A,
  input: CallInput<'staff-catalog', A>,
): Promise<{ ok: boolean; data: Record<string, unknown> }> => {
  const headers = { cookie: `quanji_staff=${cookie}`, 'x-requested-with': 'quanji-admin' }
  const event = { httpMethod: 'POST', path: '/', headers, body: JSON.stringify({ action, input }) }
  const { replies } = await probe('staff-catalog', [event], settings())
  return JSON.parse(String(replies[0]?.['body'])) as { ok: boolean; data: Record<string, unknown> }
}

const jpeg = async (width: number): Promise<string> => {
  const picture = sharp({ create: { width, height: width, channels: 3, background: '#e8502a' } })
  return (await picture.jpeg().toBuffer()).toString('base64')
}

test('a product saved with an uploaded photo is found by pinyin, and its card is drawn from the photo', async () => {
  const upload = { large: await jpeg(750), small: await jpeg(360), tone: ['#ffe6d6', '#e8502a'] as [string, string] }
  const uploaded = await askAsStaff('uploadPicture', upload)
  expect(uploaded).toMatchObject({
    ok: true,
    data: { picture: { url: expect.stringMatching(/\.750\.jpg$/) as string } },
  })
  const picture = uploaded.data['picture'] as { url: string; tone: [string, string] }

  const saved = await askAsStaff('saveProduct', {
    title: '丹东草莓',
    subtitle: '',
    categoryId: await shop.aCategory({ name: '水果' }),
    keywords: [],
    tags: ['当季'],
    origin: '辽宁丹东',
    unit: '盒',
    description: [],
    pictures: [picture],
    specs: [],
    skus: [
      {
        options: [],
        code: '',
        priceFen: 3590,
        memberPriceFen: null,
        marketPriceFen: null,
        costFen: null,
        weightG: 500,
        initialStock: 9,
      },
    ],
    status: 'on',
    deliveryTemplateId: null,
  })
  expect(saved).toMatchObject({ ok: true, data: { title: '丹东草莓' } })
  const readProduct = () =>
    shop.deps.db.selectFrom('product').select(['search_text', 'card_picture']).executeTakeFirstOrThrow()
  expect((await readProduct()).search_text).toContain("dandongcaomei ddcm dan'dong'cao'mei")

  const { replies } = await probe('card', [{}], { ...settings(), TRIGGER_SRC: 'timer' })
  expect(replies).toMatchObject([{ ok: true, data: { reports: [{ job: 'draw-cards', done: 1, failed: 0 }] } }])
  const { card_picture: card } = await readProduct()
  const drawn = bucket.kept.get(card?.slice(PUBLIC.length) ?? '')
  expect(drawn && readPictureHead(drawn)).toEqual({ kind: 'jpeg', width: 1000, height: 800 })
  // the photo itself, not a card that does without: its colour stands in the middle of the window
  const middle = await sharp(drawn).extract({ left: 500, top: 300, width: 1, height: 1 }).raw().toBuffer()
  expect([...middle].map((part) => Math.round(part / 32))).toEqual(
    [0xe8, 0x50, 0x2a].map((part) => Math.round(part / 32)),
  )
})
