/** The host of the local cloud and of the tests: whoever calls a door says in the context who asks, as the platform does. */
import { depsFrom, type World } from '../deps-from'
import { ingressOf, type Host } from '../host'
import { answerRaw, isRawEvent } from '../raw-http'
import { readWechatEvent } from '../wechat-event'

export const localHost = (world: World): Host => {
  const depsFor = depsFrom(world)
  return {
    log: world.log,
    depsFor,
    receive: async (event, context, { call, routes, push }) => {
      const ingress = ingressOf(context)
      if (!ingress) throw new Error('a local door was opened without a host context')
      if (isRawEvent(event)) return answerRaw(routes, depsFor(ingress), world.log, event)
      const told = ingress.source === 'timer' ? readWechatEvent(event, world.config, world.now()) : null
      const pushed = told && push(told)
      if (pushed) return call(pushed, ingress)
      return call(typeof event === 'object' && event !== null ? event : {}, ingress)
    },
  }
}
