/** What the machine can do: a bare `node:http` server that answers a given number of bytes after one indexed query. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBareQuery, type BarePlace } from './bare-query'
import { idOf, STORE } from './data'

const text = 'select * from product where store_id = $1 and id = $2'

const main = async (): Promise<void> => {
  const place = JSON.parse(process.env['BENCH_PLACE'] ?? '{}') as BarePlace
  const bare = await openBareQuery(place, 10)
  const server = createServer((request, response) => {
    request.resume()
    request.on('end', () => {
      const bytes = Number(request.headers['x-bytes'] ?? 100)
      const n = 1 + Math.floor(Math.random() * 2_000)
      void bare.query('bare.read', text, [STORE, idOf('prd', n)]).then(({ rows }) => {
        const head = JSON.stringify((rows[0] as { title: string }).title)
        response.setHeader('content-type', 'application/json')
        response.end(head.padEnd(bytes, ' '))
      })
    })
  })
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  )
  process.once('SIGTERM', () => process.exit(0))
}

void main()
