/** Built pages in memory, packed once with brotli and gzip. A rebuilt file is noticed by its time and read anew. */
import { readFile, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const PACKABLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.map'])
/** Below one packet packing saves nothing. */
const WORTH_PACKING = 1_400

export type Encoding = 'br' | 'gzip' | 'identity'
export type Asset = {
  readonly type: string
  readonly etag: string
  /** The name holds a hash of the content, so it may be kept for ever. */
  readonly isImmutable: boolean
  bytes(accepted: string): Promise<{ encoding: Encoding; body: Buffer }>
}

/** `find('/js/app.1a2b3c4d.js')`; null for what is not there or would lead out of the folder. */
export const assetCache = (folder: string) => {
  const cache = new Map<string, { changedAt: number; asset: Asset }>()
  return async (path: string): Promise<Asset | null> => {
    const file = normalize(join(folder, path))
    if (!file.startsWith(folder + sep)) return null
    const facts = await stat(file).catch(() => null)
    if (!facts?.isFile()) return null
    const known = cache.get(file)
    if (known?.changedAt === facts.mtimeMs) return known.asset
    const asset = assetOf(file, await readFile(file))
    cache.set(file, { changedAt: facts.mtimeMs, asset })
    return asset
  }
}

const assetOf = (file: string, plain: Buffer): Asset => {
  const ending = extname(file)
  const isPackable = PACKABLE.has(ending) && plain.length >= WORTH_PACKING
  const packed = new Map<Encoding, Promise<Buffer>>()
  return {
    type: TYPES[ending] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    isImmutable: /[.-][0-9A-Za-z_-]{8}\.\w+$/.test(file) && ending !== '.html',
    bytes: async (accepted) => {
      const encoding = isPackable ? choose(accepted) : 'identity'
      if (!packed.has(encoding)) packed.set(encoding, pack(plain, encoding))
      return { encoding, body: (await packed.get(encoding)) ?? plain }
    },
  }
}

const choose = (accepted: string): Encoding =>
  /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'

const pack = async (plain: Buffer, encoding: Encoding): Promise<Buffer> => {
  if (encoding === 'br') return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return encoding === 'gzip' ? promisify(gzip)(plain, { level: 6 }) : plain
}
