/**
 * What WeChat decrypted on the way to a function. A client sends `cloud.CloudID(…)` in a top-level field of the event, WeChat
 * puts `{cloudID, data}` in its place and names the field in the request's context. A client can write the same shape itself:
 * only a field that the context names counts, and only if the watermark says that it was made for this mini program.
 */

export const readOpenData = (
  event: unknown,
  keys: readonly string[],
  appId: string | undefined,
): Readonly<Record<string, unknown>> => {
  if (typeof event !== 'object' || event === null) return {}
  return Object.fromEntries(
    keys.flatMap((key) => {
      const data = dataOf((event as Record<string, unknown>)[key])
      return data && isFor(data, appId) ? [[key, data]] : []
    }),
  )
}

type Data = Readonly<Record<string, unknown>>

const dataOf = (field: unknown): Data | null => {
  const data = typeof field === 'object' && field !== null ? (field as { data?: unknown }).data : null
  return typeof data === 'object' && data !== null ? (data as Data) : null
}

const isFor = ({ watermark }: Data, appId: string | undefined): boolean =>
  typeof watermark === 'object' && watermark !== null && (watermark as { appid?: unknown }).appid === appId
