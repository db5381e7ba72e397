/** 小美请朋友帮忙：三位朋友各点一下，券自己到她的卡包；不想麻烦朋友的，也有能直接领的券。 */
import { Client } from 'pg'
import type { Page } from 'playwright-core'
import { describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { keepSession, press, seen } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'
import { productNamed } from '../support/server/neighbours'

describeInBrowser('friends who help', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  type Tab = Page & { complaints: string[] }
  const tabs: Tab[] = []

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })
  afterEach(() => expect(tabs.flatMap(({ complaints }) => complaints)).toEqual([]))

  const post = async (fn: string, action: string, input: object, token = ''): Promise<never> => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const reply = await fetch(`${shop.url}/cloud/${fn}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ action, input }),
    })
    const said = (await reply.json()) as { ok: boolean; data: never }
    if (!said.ok) throw new Error(`${fn}.${action} ${JSON.stringify(said)}`)
    return said.data
  }
  const session = async (name: string): Promise<string> =>
    ((await post('member', 'signIn', { code: `demo:${name}` })) as { session: string }).session

  const phoneOf = async (name?: string): Promise<Tab> => {
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    if (name) await keepSession(page, await session(name))
    tabs.push(page)
    return page
  }
  const goTo = async (page: Page, path: string) => {
    await page.goto('about:blank')
    await page.goto(`${shop.url}/#/${path}`)
  }

  let xiaomei: Tab
  let cardId = ''
  let link = ''

  test('小美从「我的」进来，所有规则先摆在面前，然后发起', async () => {
    xiaomei = await phoneOf('xiaomei')
    await goTo(xiaomei, 'pages/me/index')
    await seen(xiaomei, '助力券').click()
    for (const words of [
      '鲜蔬水果券',
      '3 位朋友各点一下，24 小时内有效',
      '规则都在这里',
      '分享本身不给奖励',
      '直接领 ¥3 券',
    ])
      await seen(xiaomei, words).waitFor()
    await shoot(xiaomei, 'phone/assist-1-campaign', { fullPage: true })
    await press(xiaomei, '请朋友帮忙')
    await seen(xiaomei, '0 / 3 位已助力').waitFor()
    cardId = /id=(ast_\w+)/.exec(xiaomei.url())?.[1] ?? ''
    await shoot(xiaomei, 'phone/assist-2-started')
  })

  test('她发给朋友：说清楚分享没有奖励', async () => {
    await press(xiaomei, '发给朋友')
    await seen(xiaomei, '分享本身没有奖励').waitFor()
    await shoot(xiaomei, 'phone/assist-3-hand-on')
    const { url } = (await post('assist', 'share', { cardId, channel: 'link' }, await session('xiaomei'))) as {
      url: string
    }
    link = new URL(url).hash
    await xiaomei.locator('.sheet-close').filter({ visible: true }).first().click()
  })

  test('莉莉点开链接，先知道点一下会怎样，再点；自己也得一张券，小美那边自己跳', async () => {
    const lili = await phoneOf('lili')
    await lili.goto(`${shop.url}/${link}`)
    for (const words of ['小* 想请你帮个忙', '不替你转发', '昵称首字「莉*」', '新邻居券', '今天还可以帮 3 位朋友'])
      await seen(lili, words).waitFor()
    await shoot(lili, 'phone/assist-4-friend')
    await press(lili, '助力')
    await seen(lili, '谢谢你帮了 小*').waitFor()
    await seen(lili, '你的券到了').waitFor()
    await seen(lili, '去使用').waitFor()
    await shoot(lili, 'phone/assist-5-thanks')
    await seen(xiaomei, '1 / 3 位已助力').waitFor()
    await seen(xiaomei, '莉*').waitFor()
    await shoot(xiaomei, 'phone/assist-6-counted-up', { fullPage: true })
    await lili.reload()
    await seen(lili, '谢谢你帮了 小*').waitFor()
  })

  test('阿杰先看后登录，大伟补上最后一位：小美不用刷新，券就到了', async () => {
    const ajie = await phoneOf()
    await ajie.goto(`${shop.url}/${link}`)
    await press(ajie, '助力')
    await seen(ajie, '以谁的身份逛逛？').waitFor()
    await seen(ajie, '阿杰').click()
    await seen(ajie, '还差 1 位').waitFor()
    const dawei = await phoneOf('dawei')
    await dawei.goto(`${shop.url}/${link}`)
    await press(dawei, '助力')
    await seen(dawei, '刚好凑齐').waitFor()
    await seen(xiaomei, '攒到了').waitFor()
    await seen(xiaomei, '谢谢莉*、阿*、大*').waitFor()
    await seen(xiaomei, '去使用').waitFor()
    await shoot(xiaomei, 'phone/assist-7-unlocked', { fullPage: true })
    await press(xiaomei, '看卡包')
    await seen(xiaomei, '鲜蔬水果券').waitFor()
  })

  test('券用在订单里，写着为什么减；订单取消了，券又回到卡包', async () => {
    const { skus } = await productNamed((fn, action, input) => post(fn, action, input), '云南蓝莓')
    await goTo(xiaomei, `packages/order/checkout/index?sku=${skus[0]?.id}&quantity=2`)
    await seen(xiaomei, '鲜蔬水果券 满 ¥39 减 ¥8').waitFor()
    await shoot(xiaomei, 'phone/assist-10-checkout')
    await press(xiaomei, '微信支付')
    await press(xiaomei, '先不付')
    await xiaomei.waitForURL((url) => !url.hash.startsWith('#/packages/order/checkout'))
    const wallet = async () => {
      await goTo(xiaomei, 'packages/coupon/mine/index')
      await seen(xiaomei, '鲜蔬水果券').waitFor()
    }
    await wallet()
    await seen(xiaomei, '有一笔订单正用着它，取消就会还给你').waitFor()
    await shoot(xiaomei, 'phone/assist-11-held')
    await press(xiaomei, '看订单')
    await press(xiaomei, '取消订单')
    await seen(xiaomei, '取消这笔订单？').waitFor()
    await press(xiaomei, '取消订单')
    await seen(xiaomei, '你取消了订单').waitFor()
    await wallet()
    await seen(xiaomei, '有一笔订单正用着它').waitFor({ state: 'detached' })
    await shoot(xiaomei, 'phone/assist-12-back')
  })

  test('自己的卡、来晚了的朋友：都有话说，都有去处', async () => {
    const own = await phoneOf('xiaomei')
    await own.goto(`${shop.url}/${link}`)
    await seen(own, '这是你自己的助力卡').waitFor()
    await press(own, '看我的进度')
    await seen(own, '攒到了').waitFor()
    const late = await phoneOf('afang')
    await late.goto(`${shop.url}/${link}`)
    await seen(late, '朋友们已经凑齐了').waitFor()
    await seen(late, '去领券中心').waitFor()
    await shoot(late, 'phone/assist-8-late')
    await goTo(late, 'packages/assist/landing/index?c=abcdABCD1234')
    await seen(late, '这张助力卡打不开了').waitFor()
  })

  test('到点没凑齐：页面自己说到了几位，普通券当场就能领', async () => {
    const laozhou = await phoneOf('laozhou')
    await goTo(laozhou, 'packages/assist/list/index')
    await press(laozhou, '看进度')
    await seen(laozhou, '1 / 3 位已助力').waitFor()
    const id = /id=(ast_\w+)/.exec(laozhou.url())?.[1] ?? ''
    const client = new Client(database.url)
    await client.connect()
    await client.query(`update assist_card set deadline_at = now() where id = $1`, [id])
    await client.end()
    await seen(laozhou, '到点了，来了 1 / 3 位').waitFor()
    await shoot(laozhou, 'phone/assist-9-over', { fullPage: true })
    await laozhou.locator('.btn-leaf', { hasText: '直接领' }).filter({ visible: true }).first().click()
    await seen(laozhou, '领好了').waitFor()
    await seen(laozhou, '去领券中心').or(seen(laozhou, '领券中心里还有')).first().waitFor()
  })
})
