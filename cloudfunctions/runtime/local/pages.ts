/** What a browser opens: the storefront at `/`, the staff's page at `/admin/`, the shop's pictures under `/files/`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import staticFiles from '@fastify/static'
import { resolve } from 'node:path'
import { assetCache, type Asset } from './asset-cache'

export type PagesOptions = { readonly h5: string; readonly admin: string; readonly files: string }

/** The staff's page is nobody's frame; the storefront frames itself as a phone on a wide screen. */
const ADMIN_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob: https:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ')

export const pages =
  ({ h5, admin, files }: PagesOptions) =>
  (app: FastifyInstance, _: object, done: () => void): void => {
    const [shopAsset, adminAsset] = [assetCache(resolve(h5)), assetCache(resolve(admin))]

    app.addHook('onSend', async (_request, reply) => {
      reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
    })
    // keys of files are never used again for other bytes
    app.register(staticFiles, {
      root: resolve(files),
      prefix: '/files/',
      decorateReply: false,
      index: false,
      dotfiles: 'deny',
      immutable: true,
      maxAge: '365d',
    })

    app.get('/admin', async (_request, reply) => reply.redirect('/admin/'))
    app.get('/admin/*', async (request, reply) => {
      reply.header('content-security-policy', ADMIN_POLICY)
      const path = pathOf(request).slice('/admin'.length)
      const asset = (await adminAsset(path)) ?? (isPage(path) ? await adminAsset('/index.html') : null)
      return asset ? sendAsset(request, reply, asset) : notThere(reply, isPage(path))
    })
    app.get('/*', async (request, reply) => {
      const path = pathOf(request)
      const asset = await shopAsset(path === '/' ? '/index.html' : path)
      return asset ? sendAsset(request, reply, asset) : notThere(reply, path === '/')
    })
    done()
  }

const pathOf = ({ url }: FastifyRequest): string => {
  const path = url.split('?')[0] ?? '/'
  try {
    return decodeURIComponent(path)
  } catch {
    return '/no such page'
  }
}

/** A route of the page itself, not a file of the build. */
const isPage = (path: string): boolean => !/\.\w+$/.test(path)

const sendAsset = async (request: FastifyRequest, reply: FastifyReply, asset: Asset): Promise<FastifyReply> => {
  const { 'accept-encoding': accepted = '', 'if-none-match': known } = request.headers
  reply
    .header('etag', asset.etag)
    .header('vary', 'accept-encoding')
    .header('cache-control', asset.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (known === asset.etag) return reply.code(304).send()
  const { encoding, body } = await asset.bytes(String(accepted))
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(asset.type).send(body)
}

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>圈集</title><body style="font:16px/1.8 sans-serif;max-width:26em;margin:18vh auto;padding:0 20px;color:#56524d">
<h1 style="font-size:22px;color:#221f1c">页面还没有构建</h1><p>运行 <code>npm run build:h5</code> 和 <code>npm run build:admin</code>，再刷新一次。</p>`

/** A file is simply not there; a page that isn't means that nothing has been built. */
const notThere = (reply: FastifyReply, isPageWanted: boolean): FastifyReply =>
  isPageWanted
    ? reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT)
    : reply.code(404).type('text/plain; charset=utf-8').send('not found')
