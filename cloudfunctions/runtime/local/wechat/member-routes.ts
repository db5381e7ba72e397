/** What a member's phone would do inside WeChat and a page can't: log in, give a number, allow a message. */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'

const openid = z.string().min(1).max(64)
const loginBody = z.strictObject({ openid })
const phoneBody = z.strictObject({ phone: z.string().regex(/^1\d{10}$/) })
const allowBody = z.strictObject({ openid, templateId: z.string().min(1) })

export type MemberActs = {
  loginCode(openid: string): string
  phoneCode(phone: string): string
  allowMessage(openid: string, templateId: string): void
  calls: readonly unknown[]
  pushes: readonly unknown[]
}

export const memberRoutes = (acts: MemberActs) => (app: FastifyInstance, _: object, done: () => void) => {
  app.post('/member/login', async (request) => ({ code: acts.loginCode(loginBody.parse(request.body).openid) }))
  app.post('/member/phone', async (request) => ({ code: acts.phoneCode(phoneBody.parse(request.body).phone) }))
  app.post('/member/allow', async (request) => {
    const { openid: who, templateId } = allowBody.parse(request.body)
    acts.allowMessage(who, templateId)
    return { [templateId]: 'accept' }
  })
  app.get('/record', async () => ({ calls: acts.calls, pushes: acts.pushes }))
  done()
}
