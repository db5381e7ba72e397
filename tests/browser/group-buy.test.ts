/** 小美开团，把链接发给莉莉；两部手机看着团自己长满。有人付了钱位子却没了，自己选；没拼成的，到点自动退。 */
import type { Page } from 'playwright-core'
import { Client } from 'pg'
import type { CallOutput } from '@/contract/index'
import type { GroupId } from '@/domain/ids'
import { describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { keepSession, press, seen } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'
import { productNamed, takeSeat, type Ask, type Seated } from '../support/server/neighbours'

describeInBrowser('a group that fills', () => {
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
  afterEach(() => expect(tabs.flatMap(({ complaints }) => complaints.splice(0))).toEqual([]))

  const session = async (name: string): Promise<string> => {
    const reply = await fetch(`${shop.url}/cloud/member`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'signIn', input: { code: `demo:${name}` } }),
    })
    return ((await reply.json()) as { data: { session: string } }).data.session
  }
  const asks =
    (token: string): Ask =>
    async (fn, action, input) => {
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
  const as = async (name: string): Promise<Ask> => asks(await session(name))

  /** 一部手机；给了名字，就是已经登录的那个人。 */
  const phoneOf = async (name?: string): Promise<Tab> => {
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    if (name) await keepSession(page, await session(name))
    tabs.push(page)
    return page
  }
  const at = (page: Page, path: string) => page.waitForURL((url) => url.hash.startsWith(`#/${path}`))
  const goTo = async (page: Page, path: string) => {
    await page.goto('about:blank')
    await page.goto(`${shop.url}/#/${path}`)
  }
  const groupOf = async (ask: Ask, { groupId }: Pick<Seated, 'groupId'>) =>
    (await ask('group-buy', 'open', { groupId })) as CallOutput<'group-buy', 'open'>

  let xiaomei: Tab
  let lili: Tab
  let link = ''
  let groupId: GroupId

  test('小美在商品页看到三个价并排，开团，付款，团就开了', async () => {
    xiaomei = await phoneOf('xiaomei')
    const { id } = await productNamed(asks(''), '红颜草莓')
    await goTo(xiaomei, `packages/product/detail/index?id=${id}`)
    for (const words of ['3 人拼团', '会员价', '单独购买', '邻居正在拼']) await seen(xiaomei, words).waitFor()
    await shoot(xiaomei, 'phone/group-1-product')
    await press(xiaomei, '开 3 人团')
    await xiaomei.locator('.sku-count').waitFor()
    await press(xiaomei, '开 3 人团')
    await at(xiaomei, 'packages/order/checkout/index')
    await seen(xiaomei, '开一个 3 人团').waitFor()
    await press(xiaomei, '微信支付')
    await press(xiaomei, '确认付款')
    await at(xiaomei, 'packages/group/page/index')
    await seen(xiaomei, '2 人').waitFor()
    await shoot(xiaomei, 'phone/group-2-opened')
    groupId = (/id=(grp_\w+)/.exec(xiaomei.url())?.[1] ?? '') as GroupId
  })

  test('她拿到链接：没有奖励，也不催', async () => {
    await press(xiaomei, '邀请邻居')
    await seen(xiaomei, '没有别的奖励').waitFor()
    await seen(xiaomei, '复制链接').waitFor()
    const ask = await as('xiaomei')
    const card = (await ask('group-buy', 'share', { groupId, channel: 'link' })) as CallOutput<'group-buy', 'share'>
    link = new URL(card.url).hash
    await shoot(xiaomei, 'phone/group-3-invite')
    await xiaomei.locator('.sheet-close').filter({ visible: true }).first().click()
  })

  test('莉莉点开链接，参团、付款，两下；小美那边自己跳成还差 1 人', async () => {
    lili = await phoneOf('lili')
    await lili.goto(`${shop.url}/${link}`)
    await seen(lili, '邀你一起拼').waitFor()
    await seen(lili, '留给你').waitFor()
    await shoot(lili, 'phone/group-4-friend')
    await press(lili, '参团')
    await lili.locator('.btn', { hasText: '付款 ¥29.90' }).waitFor()
    await shoot(lili, 'phone/group-5-join')
    await press(lili, '付款 ¥29.90')
    await seen(lili, '微信支付（演示）').waitFor()
    await seen(xiaomei, '付款中').waitFor()
    await press(lili, '确认付款')
    await seen(lili, '在这个团里').waitFor()
    await seen(xiaomei, '莉*已付').waitFor()
    await seen(xiaomei, '1 人').waitFor()
    await shoot(xiaomei, 'phone/group-6-counted-up')
  })

  test('大伟补上最后一个位子，三部手机都说拼成了，订单开始备货', async () => {
    await takeSeat(shop.url, await as('dawei'), '红颜草莓', groupId)
    await seen(xiaomei, '拼成了').waitFor()
    await seen(lili, '拼成了').waitFor()
    await shoot(xiaomei, 'phone/group-7-filled')
    await press(xiaomei, '看订单')
    await at(xiaomei, 'packages/order/detail/index')
    await seen(xiaomei, '3 人到齐，拼成了').waitFor()
    await seen(xiaomei, '店里开始备货').waitFor()
    await shoot(xiaomei, 'phone/group-8-order')
  })

  test('后来的人知道团满了，可以去别的团，也可以自己开', async () => {
    const late = await phoneOf()
    await late.goto(`${shop.url}/${link}`)
    await seen(late, '这个团满了').waitFor()
    await seen(late, '别的邻居正在拼').waitFor()
    await press(late, '自己开团')
    await seen(late, '以谁的身份逛逛？').waitFor()
    await shoot(late, 'phone/group-9-full')
    await late.context().close()
  })

  test('付款时团没了：钱在，换一个团，不用再付，那个团就成了', async () => {
    const [owner, other] = [await as('xiaomei'), await as('lili')]
    const mine = (await owner('group-buy', 'mine', {})) as CallOutput<'group-buy', 'mine'>
    for (const { id, state, title } of mine.items)
      if (state === 'open' && title.includes('鲜牛乳')) await owner('group-buy', 'leave', { groupId: id })
    const gone = await takeSeat(shop.url, owner, '鲜牛乳')
    const dawei = await phoneOf('dawei')
    await toThePaySheet(dawei, gone)
    await owner('group-buy', 'leave', { groupId: gone.groupId })
    const next = await takeSeat(shop.url, other, '鲜牛乳')
    await press(dawei, '确认付款')
    await seen(dawei, '这个团刚散了').waitFor()
    await seen(dawei, '不用再付款').waitFor()
    await shoot(dawei, 'phone/group-10-choose')
    await dawei.getByRole('button', { name: '去拼 莉*' }).filter({ visible: true }).first().click()
    await dawei.waitForURL((url) => url.hash.includes(next.groupId))
    await seen(dawei, '拼成了').waitFor()
    await shoot(dawei, 'phone/group-11-moved')
    expect(await groupOf(other, next)).toMatchObject({ state: 'full' })
  })

  test('三部手机抢最后的位子：先占的两位没按时付，位子归了别人；钱晚到一步，自己选：一位开了新团，一位把钱拿回来', async () => {
    const opened = await takeSeat(shop.url, await as('afang'), '红颜草莓')
    const [starts, stops, quick] = [await phoneOf('haoran'), await phoneOf('laozhou'), await phoneOf('chenchen')]
    for (const slow of [starts, stops]) await toThePaySheet(slow, opened)
    await goTo(quick, `packages/group/page/index?id=${opened.groupId}`)
    await seen(quick, /前没付就空出来/).waitFor()
    await runOutUnclosed(opened)
    // the page offers the seats by itself, as soon as the shop's clock has let them go
    await quick.locator('.btn', { hasText: '参团' }).filter({ visible: true }).last().waitFor()
    await takeSeat(shop.url, await as('ajie'), '红颜草莓', opened.groupId)
    await press(quick, '参团')
    await press(quick, '付款 ¥')
    await press(quick, '确认付款')
    await seen(quick, '拼成了').waitFor()
    for (const slow of [starts, stops]) {
      await press(slow, '确认付款')
      await seen(slow, '位子刚被占').waitFor()
    }
    await shoot(starts, 'phone/group-14-last-seat-taken')
    await seen(starts, '自己开一个新团').click()
    await starts.waitForURL((url) => url.hash.startsWith('#/packages/group') && !url.hash.includes(opened.groupId))
    await seen(starts, '团主 · 你').waitFor()
    await shoot(starts, 'phone/group-15-own-group')
    await seen(stops, '不拼了，全额退款').click()
    await seen(stops, '全额退款？').waitFor()
    await shoot(stops, 'phone/group-16-back')
    await stops
      .locator('.btn', { hasText: /^退款$/ })
      .filter({ visible: true })
      .click()
    await seen(stops, '退款 ¥29.90').waitFor()
    await seen(stops, '已原路退回').waitFor()
    await shoot(stops, 'phone/group-17-got-back')
    for (const tab of [starts, stops, quick]) await tab.context().close()
  })

  test('到点没拼成：不用刷新，页面自己说全额退，退款有时间有去处', async () => {
    const [owner, friend] = [await as('xiaomei'), await as('lili')]
    const opened = await takeSeat(shop.url, owner, '红颜草莓')
    await takeSeat(shop.url, friend, '红颜草莓', opened.groupId)
    for (const page of [xiaomei, lili]) {
      await goTo(page, `packages/group/page/index?id=${opened.groupId}`)
      await seen(page, '1 人').waitFor()
    }
    await untilNow(opened)
    for (const page of [xiaomei, lili]) {
      await seen(page, '到点没拼成').waitFor()
      await seen(page, '退款 ¥29.90').waitFor()
      await seen(page, '已原路退回').waitFor()
    }
    await shoot(xiaomei, 'phone/group-12-refunded')
    await goTo(xiaomei, 'packages/group/mine/index')
    await seen(xiaomei, '没拼成，已退款').waitFor()
    await shoot(xiaomei, 'phone/group-13-mine')
    await goTo(xiaomei, `packages/order/detail/index?id=${opened.orderId}`)
    await seen(xiaomei, '到点没拼成，全额退回').waitFor()
  })

  /** A seat is kept for them, and WeChat's sheet asks for the money. */
  const toThePaySheet = async (page: Page, { groupId }: Seated): Promise<void> => {
    await goTo(page, `packages/group/page/index?id=${groupId}`)
    await press(page, '参团')
    await press(page, '付款 ¥')
    await seen(page, '微信支付（演示）').waitFor()
  }

  /**
   * The quarter of an hour is over for whoever is paying here, and the shop, which died before it wrote down that WeChat Pay knows
   * of the payment, does not close it there: so its money can still come.
   */
  const runOutUnclosed = async ({ groupId }: Seated): Promise<void> => {
    const client = new Client(database.url)
    await client.connect()
    const waiting = `select id from orders where group_id = $1 and trade = 'awaiting-payment'`
    await client.query(`update payment set prepaid_at = null where order_id in (${waiting})`, [groupId])
    await client.query(`update orders set pay_deadline_at = now() where group_id = $1 and trade = 'awaiting-payment'`, [
      groupId,
    ])
    await client.end()
  }

  /** The day is over for this group; what happens then is the shop's own clock. */
  const untilNow = async ({ groupId }: Seated): Promise<void> => {
    const client = new Client(database.url)
    await client.connect()
    await client.query(`update group_buy set deadline_at = now() where id = $1`, [groupId])
    await client.end()
  }
})
