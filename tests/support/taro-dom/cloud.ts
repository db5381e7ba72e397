/** The gateway as `fetch` sees it: canned replies by `function.action`, and what was sent. */
type Sent = { readonly to: string; readonly input: unknown; readonly session: string | null }

export const fakeCloud = () => {
  const sent: Sent[] = []
  const replies = new Map<string, (() => unknown)[]>()
  const fetch = async (url: string, request: { body: string; headers: Record<string, string> }) => {
    const { action, input } = JSON.parse(request.body) as { action: string; input: unknown }
    const to = `${url.replace('/cloud/', '')}.${action}`
    sent.push({ to, input, session: request.headers['authorization'] ?? null })
    const queue = replies.get(to) ?? []
    const reply = (queue.length > 1 ? queue.shift() : queue[0]) ?? (() => ({ ok: true, data: {} }))
    const body = reply()
    return { json: async () => body }
  }
  Object.assign(globalThis, { fetch })
  return {
    sent,
    /** Replies of `to`, in order; the last one stays. An Error is a line that broke. */
    reply: (to: string, ...bodies: unknown[]) =>
      replies.set(
        to,
        bodies.map((body) => () => {
          if (body instanceof Error) throw body
          return body
        }),
      ),
  }
}
