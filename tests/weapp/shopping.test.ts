/**
 * The main job in the compiled mini program, against the demo shop's real doors: find, choose, order, pay, follow, take
 * back. WeChat's own parts are played: the identity in the header, the pay sheet by the stand-in.
 */
import { sharePath } from '@/domain/share/link'
import { budgets } from '../bench/size/budgets'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { asWechat, startServer, type ShopServer } from '../support/server'
import { createHost, type WeappHost } from '../support/weapp-host'

let database: TestDatabase
let server: ShopServer
let host: WeappHost
/** What 莉莉 shared. */
let code: string
let productId: string
let title: string
/** How the shopper behaves at WeChat's pay sheet. */
let atTheSheet: 'success' | 'cancel' = 'success'

type PayParams = { package: string; timeStamp: string; nonceStr: string; signType: 'RSA'; paySign: string }

/** The stand-in checks the signature as the WeChat app would; what it reports is what the page hears. */
const requestPayment = async ({ timeStamp, nonceStr, package: prepay, signType, paySign }: PayParams) => {
  const params = { timeStamp, nonceStr, package: prepay, signType, paySign }
  const response = await fetch(`${server.url}/standin/wechat-pay/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prepayId: prepay.replace('prepay_id=', ''), outcome: atTheSheet, params }),
  })
  const said = (await response.json()) as { errMsg: string }
  if (!said.errMsg.endsWith(':ok')) throw Object.assign(new Error(said.errMsg), said)
  return said
}

const askAs = (openid: string) => async (name: string, action: string, input: object) => {
  const reply = (await asWechat(server.url, openid)(name, { action, input })) as { ok: boolean; data: never }
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.data as Record<string, unknown>
}

beforeAll(async () => {
  database = await freshDatabase({ seeded: true })
  server = await startServer({ databaseUrl: database.url, seeded: false, container: true })
  const lili = askAs('o-lili-who-shares')
  await lili('member', 'signIn', {})
  const home = await lili('feed', 'home', {})
  const { items } = home['feed'] as { items: { id: string; title: string; onlySkuId: string | null }[] }
  // one that has to be chosen from: what comes in one kind alone goes into the cart without a sheet
  const choosy = items.find(({ onlySkuId }) => onlySkuId === null)
  if (!choosy) throw new Error('nothing to choose from on the home screen')
  ;({ id: productId, title } = choosy)
  code = String((await lili('share', 'create', { productId, channel: 'chat' }))['code'])
  host = createHost({ cloud: asWechat(server.url, 'o-xiaomei-under-test'), wx: { requestPayment } })
  host.launch()
})
afterAll(async () => {
  host.closeAll()
  await server.stop()
  await database.drop()
})
afterEach(() => expect(host.warnings).toEqual([]))

const says = (words: string) =>
  host.waitFor(() => {
    const text = host.top().text()
    if (!text.includes(words)) throw new Error(`${host.top().route} doesn't say ${words}: ${text}`)
    return true
  })
const arrives = (route: string) => host.waitFor(() => host.top().route === route)

/** Opens a page as the first one, and answers it once its skeleton is gone. */
const land = async (url: string, sign: string) => {
  const page = await host.open(url)
  await host.waitFor(() => page.has(sign))
  return page
}
const tapFirst = (words: string) => host.top().tapText(words)
/** The sheet's own button, where the page below has one of the same words. */
const yes = () => host.top().tap('.sheet-foot .btn-fill')
const calls = () => host.cloudCalls.map(({ name, action }) => `${name}.${action}`)

/** How often the view layer of a page was told anything. */
const setDataCalls = (route: string) => host.setData.filter((told) => told.route === route).length

describe('from the home screen to an order', () => {
  test('home is drawn from one call, within its budget', async () => {
    host.reset()
    const home = await land('/pages/home/index', '.goods-title')
    expect(calls()).toEqual(['feed.home'])
    expect(home.text()).toContain(title)
    expect(host.setDataBytes('pages/home/index')).toBeLessThan(budgets.firstScreen.feed.budget)
    expect(setDataCalls('pages/home/index')).toBeLessThanOrEqual(budgets.setDataCalls.budget)
  })

  test('a card opens the product: one call, within its budget', async () => {
    host.reset()
    await host.top().tapText(title)
    await arrives('packages/product/detail/index')
    await says('加入购物车')
    expect(calls().filter((call) => call === 'catalog.product')).toHaveLength(1)
    expect(host.setDataBytes('packages/product/detail/index')).toBeLessThan(budgets.firstScreen.product.budget)
    expect(setDataCalls('packages/product/detail/index')).toBeLessThanOrEqual(budgets.setDataCalls.budget)
    expect(host.top().text()).toContain(title)
  })

  test('the sheet asks which one and how many; into the cart it goes', async () => {
    await tapFirst('加入购物车')
    await host.waitFor(() => host.top().has('.sku-count'))
    expect(host.top().all('.sku-option-chosen').length).toBeGreaterThan(0)
    await yes()
    await host.waitFor(() => calls().includes('cart.add'))
    await host.waitFor(() => host.cloudCalls.every((call) => call.receivedBytes > 0))
  })

  test('the cart shows it and leads to the checkout', async () => {
    const cart = await host.open('/pages/cart/index')
    await host.waitFor(() => /去结算 1/.test(cart.text()))
    expect(cart.text()).toContain('合计')
    await cart.tapText('去结算 1')
    await arrives('packages/order/checkout/index')
    await says('微信支付')
    const { text } = host.top()
    expect(text()).toContain('自提')
    expect(text()).toContain('商品原价')
  })

  test('one tap places once and pays in WeChat; the result shows the code to fetch it', async () => {
    host.reset()
    atTheSheet = 'success'
    await tapFirst('微信支付')
    await arrives('packages/order/pay-result/index')
    await says('取货码')
    expect(calls().filter((call) => call === 'order.place')).toHaveLength(1)
    expect(host.calls.filter(({ name }) => name === 'requestPayment')).toHaveLength(1)
    expect(host.top().text()).toMatch(/\d{6}|\d{3} \d{3}/)
  })

  test('the order tells its story, and within ten minutes it can be taken back', async () => {
    await tapFirst('看订单')
    await arrives('packages/order/detail/index')
    await says('到账')
    const { text } = host.top()
    for (const words of ['下单，库存为你留好', '店里开始备货', '取消并退款']) expect(text()).toContain(words)
    await tapFirst('取消并退款')
    await host.waitFor(() => host.top().has('.sheet-foot'))
    expect(text()).toContain('钱会原路退回微信')
    await yes()
    await says('正在退款')
    expect(calls()).toContain('order.cancel')
  })
})

test('whoever thinks again at the pay sheet keeps the order and may pay it from there', async () => {
  host.closeAll()
  atTheSheet = 'cancel'
  await land(`/packages/product/detail/index?id=${productId}`, '.btn-fill')
  await tapFirst('立即购买')
  await host.waitFor(() => host.top().has('.sheet-foot'))
  await yes()
  await arrives('packages/order/checkout/index')
  await says('微信支付')
  await tapFirst('微信支付')
  await arrives('packages/order/detail/index')
  await says('去付款')
  expect(host.top().text()).toContain('等你付款')
  atTheSheet = 'success'
  await tapFirst('去付款')
  await arrives('packages/order/pay-result/index')
  await says('付好了')
})

/** What WeChat gets when somebody forwards the page; the code is a moment on its way. */
const shared = async (hook: 'onShareAppMessage' | 'onShareTimeline'): Promise<Record<string, string>> => {
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    const answer = (await host.top().life(hook, { from: 'menu' })) as Record<string, string> | undefined
    if (answer?.['title']) return answer
  }
  throw new Error(`${hook} never had anything to say`)
}

/** The shop draws its cards one after the other; this one is there when WeChat gets an address for it. */
const drawnCard = async (): Promise<string> => {
  const lili = askAs('o-lili-who-shares')
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    const { cardPicture } = await lili('share', 'create', { productId, channel: 'chat' })
    if (typeof cardPicture === 'string') return cardPicture
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the card was never drawn')
}

describe('a card from a friend', () => {
  let picture = ''
  test('opens in one call, within its budget, and says who recommends it', async () => {
    picture = await drawnCard()
    host.closeAll()
    host.reset()
    const page = await land(sharePath(code), '.btn-fill')
    expect(calls()).toEqual(['share.open'])
    expect(page.text()).toContain(title)
    expect(host.setDataBytes()).toBeLessThan(budgets.firstScreen.card.budget)
    expect(host.setData.length).toBeLessThanOrEqual(budgets.setDataCalls.budget)
  }, 180_000)

  test('is handed on with a title, a path that opens it, and a picture', async () => {
    await host.waitFor(() => calls().includes('share.create'))
    await host.waitFor(() => host.cloudCalls.every((call) => call.receivedBytes > 0))
    const card = await shared('onShareAppMessage')
    expect(card['title']).toContain(title)
    expect(card['path']).toMatch(/^\/packages\/share\/landing\/index\?/)
    expect(card['path']).not.toContain('o-xiaomei')
    expect(card['imageUrl']).toBe(picture)
    expect(picture).toMatch(/\/cards\/.+\.jpg$/)
    const moments = await shared('onShareTimeline')
    expect(moments['title']).toContain(title)
    expect(card['path']).toContain(moments['query'])
  })

  test('a code of nobody says so kindly and leads into the shop', async () => {
    host.closeAll()
    await host.open(sharePath('AAAAAAAAAAAA'))
    await host.waitFor(() => host.top().has('.btn'))
    expect(host.top().has('.price')).toBe(false)
  })
})
