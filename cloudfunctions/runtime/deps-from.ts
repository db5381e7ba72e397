/** What lives as long as the process, and how a request gets its deps from it. */
import type { Ingress } from './caller'
import type { Deps } from './deps'

/** Everything of `Deps` that no request changes. */
export type World = Omit<Deps, 'requestId' | 'clientIp' | 'openData'>

export const depsFrom =
  (world: World) =>
  ({ requestId, clientIp, openData = {} }: Pick<Ingress, 'requestId' | 'clientIp' | 'openData'>): Deps => ({
    ...world,
    log: world.log.child({ requestId }),
    requestId,
    clientIp,
    openData,
  })
