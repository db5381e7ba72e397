/** What WeChat says of who is likely to abuse promotions, over the real wire to its stand-in. */
import { openWechat } from '../../support/wechat-api'

type Wechat = Awaited<ReturnType<typeof openWechat>>
let open: Wechat
beforeAll(async () => {
  open = await openWechat()
})
afterAll(() => open.close())

const clientIp = '203.0.113.7'

test('is a rank from 0 to 4, asked for promotions with the member’s own address', async () => {
  expect(await open.wechat.userRiskRank({ openid: 'o-neighbour', clientIp })).toBe(0)
  expect(await open.wechat.userRiskRank({ openid: 'o-risky-1', clientIp })).toBe(4)
  expect(open.calls('/wxa/getuserriskrank').at(-1)?.body).toMatchObject({
    openid: 'o-risky-1',
    scene: 1,
    client_ip: clientIp,
  })
})

test('is none for whom WeChat has not seen for half an hour, and a fault where it could not say', async () => {
  open.standin.failNext('/wxa/getuserriskrank', 61010)
  expect(await open.wechat.userRiskRank({ openid: 'o-neighbour', clientIp })).toBeNull()
  open.standin.failNext('/wxa/getuserriskrank', -1)
  await expect(open.wechat.userRiskRank({ openid: 'o-neighbour', clientIp })).rejects.toMatchObject({ retryable: true })
})
