/** Where pictures are kept: a folder here, a bucket of Tencent's object storage in production. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContentType } from '../../cloudfunctions/runtime/adapters/files'
import { cosFiles } from '../../cloudfunctions/runtime/adapters/files/cos'
import { cosAuthorization } from '../../cloudfunctions/runtime/adapters/files/cos-signature'
import { localFiles } from '../../cloudfunctions/runtime/adapters/files/local-folder'

const apple = Buffer.from('the picture of an apple')

describe('a folder of this machine', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('puts, replaces, reads and removes', async () => {
    const files = localFiles({ folder })
    await expect(files.put('cards/prd_1/v1.png', apple, 'image/png')).resolves.toBe('/files/cards/prd_1/v1.png')
    await expect(files.read('cards/prd_1/v1.png')).resolves.toEqual(apple)
    await files.put('cards/prd_1/v1.png', Buffer.from('another'), 'image/png')
    await expect(files.read('cards/prd_1/v1.png')).resolves.toEqual(Buffer.from('another'))
    expect(await readdir(join(folder, 'cards/prd_1'))).toEqual(['v1.png'])
    await files.remove('cards/prd_1/v1.png')
    await files.remove('cards/prd_1/v1.png')
    await expect(files.read('cards/prd_1/v1.png')).resolves.toBeNull()
  })

  test.each([
    ['../secret.png', 'image/png'],
    ['cards/../../secret.png', 'image/png'],
    ['/etc/passwd.png', 'image/png'],
    ['cards/.hidden.png', 'image/png'],
    ['cards\\x.png', 'image/png'],
    ['cards//x.png', 'image/png'],
    ['cards/x.html', 'image/png'],
    ['cards/x.svg', 'image/png'],
    ['cards/x.png.', 'image/png'],
    ['x.jpg', 'image/png'],
    [`${'x'.repeat(200)}.png`, 'image/png'],
  ] as [string, ContentType][])('%s is no key for %s', async (key, type) => {
    await expect(localFiles({ folder }).put(key, apple, type)).rejects.toThrow(RangeError)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a bucket', () => {
  test('the signature is the one of Tencent’s own client', () => {
    // Reference value from cos-nodejs-sdk-v5 2.15 for the same request.
    expect(
      cosAuthorization({
        method: 'PUT',
        path: '/cards/prd_1/v12.png',
        headers: { host: 'shop-1250000000.cos.ap-shanghai.myqcloud.com' },
        secretId: 'AKIDQUANJI',
        secretKey: 'secret-of-the-shop',
        from: 1795320000,
        until: 1795320300,
      }),
    ).toBe(
      'q-sign-algorithm=sha1&q-ak=AKIDQUANJI&q-sign-time=1795320000;1795320300&q-key-time=1795320000;1795320300' +
        '&q-header-list=host&q-url-param-list=&q-signature=b5283e78218541ca57cf2983cabf7f8a871bde3a',
    )
  })

  /** Keeps what is put, checks each signature, and answers as COS does. */
  const openBucket = async () => {
    const objects = new Map<string, { bytes: Buffer; type: string | undefined }>()
    const seen = { token: '' as unknown, cache: '' as unknown, isDown: false }
    const receive = async (request: IncomingMessage, response: ServerResponse) => {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      const { method = '', url = '', headers } = request
      const [from = 0, until = 0] =
        /q-sign-time=(\d+);(\d+)/
          .exec(headers.authorization ?? '')
          ?.slice(1)
          .map(Number) ?? []
      const signing = { method: method as 'GET', path: url, secretId: 'id', secretKey: 'key', from, until }
      const isSigned = headers.authorization === cosAuthorization({ ...signing, headers: { host: headers.host ?? '' } })
      if (seen.isDown) return response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>')
      if (!isSigned) return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
      if (method === 'PUT') {
        objects.set(url, { bytes: Buffer.concat(parts), type: headers['content-type'] })
        Object.assign(seen, { token: headers['x-cos-security-token'], cache: headers['cache-control'] })
        return response.writeHead(200).end()
      }
      if (method === 'DELETE') return response.writeHead(objects.delete(url) ? 204 : 404).end()
      const found = objects.get(url)
      return found ? response.writeHead(200).end(found.bytes) : response.writeHead(404).end()
    }
    const server = createServer((request, response) => void receive(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bucketUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
    return { bucketUrl, objects, seen, close }
  }

  test('puts, reads and removes, signed, with the address of the CDN', async () => {
    const bucket = await openBucket()
    const keys = { secretId: 'id', secretKey: 'key', token: 'temporary' }
    const files = cosFiles({ bucketUrl: bucket.bucketUrl, publicUrl: 'https://cdn.shop.example', ...keys })
    await expect(files.put('cards/v1.png', apple, 'image/png')).resolves.toBe('https://cdn.shop.example/cards/v1.png')
    expect(bucket.objects.get('/cards/v1.png')).toEqual({ bytes: apple, type: 'image/png' })
    expect(bucket.seen).toMatchObject({ token: 'temporary', cache: expect.stringContaining('immutable') })
    await expect(files.read('cards/v1.png')).resolves.toEqual(apple)
    await files.remove('cards/v1.png')
    await files.remove('cards/v1.png')
    await expect(files.read('cards/v1.png')).resolves.toBeNull()
    await bucket.close()
  })

  test('a wrong key is for people to mend, a bucket that is down for another try', async () => {
    const bucket = await openBucket()
    const wrong = cosFiles({ bucketUrl: bucket.bucketUrl, secretId: 'id', secretKey: 'guessed' })
    await expect(wrong.put('v1.png', apple, 'image/png')).rejects.toMatchObject({
      reason: 'SignatureDoesNotMatch',
      retryable: false,
    })
    bucket.seen.isDown = true
    const files = cosFiles({ bucketUrl: bucket.bucketUrl, secretId: 'id', secretKey: 'key' })
    await expect(files.read('v1.png')).rejects.toMatchObject({ reason: 'SlowDown', retryable: true })
    await bucket.close()
    await expect(files.read('v1.png')).rejects.toMatchObject({ reason: 'unreachable', retryable: true })
  })
})
