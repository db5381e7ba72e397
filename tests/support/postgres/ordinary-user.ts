/** PostgreSQL refuses to run as root, as in most containers: then it runs as `postgres` or `nobody`. */
import { readFileSync } from 'node:fs'

export type User = { uid: number; gid: number }

/** The user to run as, or undefined where we are an ordinary user already. */
export const ordinaryUser = (): User | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('running as root, and there is neither a user postgres nor nobody to run PostgreSQL as')
}
