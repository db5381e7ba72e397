/** A gate in front of a server: while it is shut nobody gets through and whoever was inside is thrown out, as when a server dies. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export type Gate = { url: string; shut: () => Promise<void>; open: () => Promise<void> }

/** In front of the server of `target`; `url` is the same with the gate's port. */
export const openGate = async (target: string): Promise<Gate> => {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let server: Server
  const listen = (on: number): Promise<number> =>
    new Promise((resolve, reject) => {
      server = createServer((socket) => {
        const inner = connect(Number(port), hostname)
        for (const [from, to] of [
          [socket, inner],
          [inner, socket],
        ] as const) {
          sockets.add(from)
          from.pipe(to)
          from.on('error', () => to.destroy())
          from.on('close', () => (sockets.delete(from), to.destroy()))
        }
      })
      server.once('error', reject)
      server.listen(on, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
    })
  const own = await listen(0)
  return {
    url: Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(own) }).href,
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
    open: async () => void (await listen(own)),
  }
}
