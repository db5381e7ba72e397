/** Load from this process: `concurrency` workers for `ms` milliseconds over kept-alive connections. */
import { Agent, request } from 'node:http'

export type Shot = { readonly url: string; readonly headers?: Record<string, string>; readonly body: string }
export type Volley = {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly bytes: number
  readonly done: number
  readonly errors: number
  readonly firstError: string | null
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

export const shoot = ({ url, headers = {}, body }: Shot): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const out = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      },
    )
    out.on('error', reject)
    out.end(body)
  })

/** `fire` throws or answers false for an error. */
export const volley = async (
  concurrency: number,
  ms: number,
  fire: () => Promise<number | false>,
  most = Infinity,
): Promise<Volley> => {
  const waits: number[] = []
  let [errors, bytes, shots] = [0, 0, 0]
  let firstError: string | null = null
  const [start, end] = [performance.now(), performance.now() + ms]
  const worker = async (): Promise<void> => {
    while (performance.now() < end && shots < most) {
      shots++
      const t = performance.now()
      const size = await fire().catch((error: unknown) => {
        firstError ??= String(error)
        return false as const
      })
      waits.push(performance.now() - t)
      if (size === false) errors++
      else bytes += size
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const seconds = (performance.now() - start) / 1000
  waits.sort((a, b) => a - b)
  const done = waits.length - errors
  const at = (share: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0
  return {
    perSecond: done / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    bytes: done === 0 ? 0 : Math.round(bytes / done),
    done,
    errors,
    firstError,
  }
}
