/** Ports of loopback: whether one is free, and any free one for whoever doesn't care which. */
import { createServer, type AddressInfo } from 'node:net'

/** The port that could be listened on, or null where it is taken. */
const probe = (port: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => {
      const { port: found } = server.address() as AddressInfo
      server.close(() => resolve(found))
    })
  })

export const isPortFree = async (port: number): Promise<boolean> => (await probe(port)) !== null

export const freePort = async (): Promise<number> => {
  const port = await probe(0)
  if (port === null) throw new Error('no free port')
  return port
}
