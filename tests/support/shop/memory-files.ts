/** Files in memory. */
import { checkKey, type Files } from '../../../cloudfunctions/runtime/adapters/files'

export const memoryFiles = (): Files & { kept: ReadonlyMap<string, Buffer> } => {
  const kept = new Map<string, Buffer>()
  return {
    kept,
    put: async (key, bytes, contentType) => {
      kept.set(checkKey(key, contentType), Buffer.from(bytes))
      return `/files/${key}`
    },
    read: async (key) => kept.get(key) ?? null,
    remove: async (key) => void kept.delete(key),
  }
}
