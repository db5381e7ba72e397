/** 阿芳的晚上：看一眼工作台，点货、少了照说好的分，扫码交货（没网也交、同一袋不交两次），最后每一分佣金都说得清从哪来。 */
import { Client } from 'pg'
import type { Page } from 'playwright-core'
import type { CallOutput } from '@/contract/index'
import type { SaleId } from '@/domain/ids'
import { describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { keepSession, press, seen } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

type Kit = CallOutput<'leader', 'kit'>
type Today = CallOutput<'leader', 'today'>

describeInBrowser('an evening of a leader', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  let token = ''
  type Tab = Page & { complaints: string[] }
  const tabs: Tab[] = []
  /** 断网时浏览器自己会抱怨，那不是毛病。 */
  const isNoNetwork = (text: string) => text.includes('ERR_INTERNET_DISCONNECTED') || text.includes('Failed to fetch')

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
    token = await session('afang')
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })
  afterEach(() =>
    expect(tabs.flatMap(({ complaints }) => complaints.splice(0)).filter((text) => !isNoNetwork(text))).toEqual([]),
  )

  const post = async (fn: string, action: string, input: object, as = token): Promise<never> => {
    const headers = { 'content-type': 'application/json', ...(as ? { authorization: `Bearer ${as}` } : {}) }
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
    ((await post('member', 'signIn', { code: `demo:${name}` }, '')) as { session: string }).session
  const today = async (): Promise<Today> => post('leader', 'today', {})
  const kitOf = async (saleId: SaleId): Promise<Kit> => post('leader', 'kit', { saleId })
  const bagOf = async (saleId: SaleId, number: number) => {
    const bag = (await kitOf(saleId)).bags.find(({ numbers }) => numbers.includes(number))
    if (!bag) throw new Error(`no bag ${number}`)
    return bag
  }

  const phoneOf = async (): Promise<Tab> => {
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    await keepSession(page, token)
    tabs.push(page)
    return page
  }
  const goTo = async (page: Page, path: string) => {
    await page.goto('about:blank')
    await page.goto(`${shop.url}/#/packages/leader/${path}`)
  }
  const type = (page: Page, text: string) => page.locator('.search input').filter({ visible: true }).last().fill(text)

  let phone: Tab
  let left: SaleId
  let open: SaleId

  test('工作台一眼看完：数字、昨天的袋子、谁没付款、备多少货', async () => {
    const before = await today()
    open = before.sale?.id as SaleId
    left = before.leftover?.saleId as SaleId
    phone = await phoneOf()
    await goTo(phone, 'bench/index')
    for (const words of ['阿芳，', '周日鲜食接龙', '已付订单', '预计佣金', '备货汇总', '没网也能用', '已同步'])
      await seen(phone, words).waitFor()
    await seen(phone, '周五晚饭接龙 已交').waitFor()
    await seen(phone, '位还没付款').waitFor()
    await shoot(phone, 'phone/leader-1-bench', { fullPage: true })
  })

  test('没付款的提醒一次，之后只写着几点提醒过', async () => {
    const nudge = phone.getByText('提醒', { exact: true }).filter({ visible: true })
    const many = await nudge.count()
    if (many === 0) return
    await nudge.first().click()
    await seen(phone, /已提醒 \d+:\d\d/).waitFor()
    expect(await nudge.count()).toBe(many - 1)
  })

  test('输六位码交一袋：满屏绿，号码最大', async () => {
    await press(phone, '扫码交货')
    await seen(phone, '周五晚饭接龙').waitFor()
    await seen(phone, '还有 4 袋').waitFor()
    await shoot(phone, 'phone/leader-2-door')
    const { plainCode, name } = await bagOf(left, 29)
    await type(phone, plainCode as string)
    await seen(phone, '交给 TA').waitFor()
    await seen(phone, name).waitFor()
    await shoot(phone, 'phone/leader-3-given')
    await press(phone, '好')
    await seen(phone, '还有 3 袋').waitFor()
    await seen(phone, '已同步').waitFor()
    expect((await bagOf(left, 29)).handed).toMatchObject({ byYou: true })
  })

  test('没网照交；同一个人再来，告诉他几点在哪交过；有网自己补上，只算一次', async () => {
    await phone.context().setOffline(true)
    await seen(phone, '没网').waitFor()
    const { plainCode } = await bagOf(left, 30)
    await type(phone, plainCode as string)
    await seen(phone, '记在手机里，有网自动补上').waitFor()
    await shoot(phone, 'phone/leader-4-offline')
    await press(phone, '好')
    await seen(phone, '没网 · 1 袋待同步').waitFor()
    await type(phone, plainCode as string)
    await seen(phone, '已经交过了').waitFor()
    await seen(phone, /这部手机交的/).waitFor()
    await shoot(phone, 'phone/leader-5-twice')
    await press(phone, '好')
    expect((await bagOf(left, 30)).handed).toBeNull()
    await phone.context().setOffline(false)
    await seen(phone, '已同步').waitFor()
    expect((await bagOf(left, 30)).handed?.byYou).toBe(true)
  })

  test('两部手机都没网，交了同一袋：后补上的那部知道别再交第二袋', async () => {
    const other = await phoneOf()
    await goTo(other, `hand-over/index?id=${left}`)
    await seen(other, '还有 2 袋').waitFor()
    for (const each of [phone, other]) {
      await each.context().setOffline(true)
      await seen(each, '没网').waitFor()
      await type(each, '31')
      await each.locator('.bag-row').filter({ visible: true }).first().click()
      await press(each, '对上了，交给 TA')
      await seen(each, '记在手机里').waitFor()
      await press(each, '好')
      await type(each, '')
    }
    await phone.context().setOffline(false)
    await seen(phone, '已同步').waitFor()
    await other.context().setOffline(false)
    await seen(other, '1 袋要看一眼').waitFor()
    await seen(other, /已经你的另一部手机交的/).waitFor()
    await shoot(other, 'phone/leader-6-two-phones')
    await press(other, '知道了')
    await other.getByText('1 袋要看一眼').waitFor({ state: 'hidden' })
  })

  test('截单、备货、点数：鲜奶少三盒，照说好的先付先得，钱自己退', async () => {
    await forgetUnpaid(open)
    await goTo(phone, 'bench/index')
    await seen(phone, '提前截单').click()
    await press(phone, '确定')
    await seen(phone, '截单了').waitFor()
    await goTo(phone, 'bench/index')
    await seen(phone, '同时在走的').waitFor()
    await phone.locator('.other-row').filter({ visible: true, hasText: '周日鲜食接龙' }).click()
    await press(phone, '开始备货')
    await press(phone, '确定')
    await seen(phone, '待点数').waitFor()
    await seen(phone, '备货汇总').waitFor()
    await phone.getByText('鲜牛乳').filter({ visible: true }).first().click()
    await seen(phone, '备货点数').waitFor()
    await phone.getByLabel('点鲜奶').filter({ visible: true }).click()
    const milk = (await goodsOf(open)).find(({ label }) => label === '鲜奶')
    await phone
      .locator('.edit-count input')
      .filter({ visible: true })
      .fill(String((milk?.sold ?? 3) - 3))
    await press(phone, '记下')
    await seen(phone, '少 3 份').waitFor()
    await press(phone, '都齐了，一键点齐')
    await shoot(phone, 'phone/leader-7-counted', { fullPage: true })
    await press(phone, '看分法')
    await seen(phone, '开团时说好的').waitFor()
    await seen(phone, '只是给你对比').waitFor()
    await shoot(phone, 'phone/leader-8-shortage')
    await press(phone, '照这样分')
    await seen(phone, '分好就不能改').waitFor()
    await press(phone, '退 ¥')
    await seen(phone, '少 3 已分好').waitFor()
    expect((await goodsOf(open)).find(({ label }) => label === '鲜奶')).toMatchObject({ cut: 3, isDecided: true })
  })

  test('名单找得到人，取货单打得出来', async () => {
    await goTo(phone, `orders/index?id=${left}`)
    await seen(phone, '全部').waitFor()
    await phone.locator('.search input').filter({ visible: true }).last().fill('32')
    await seen(phone, '小*').waitFor()
    await shoot(phone, 'phone/leader-9-orders')
    await goTo(phone, `packing/index?id=${left}`)
    await seen(phone, '装袋条').waitFor()
    await seen(phone, '打印').waitFor()
    await shoot(phone, 'phone/leader-10-packing')
  })

  test('照上一场再开：价在底价和店价之间，看一眼再开，一分钟', async () => {
    await goTo(phone, `edit/index?from=sale&saleId=${open}`)
    await seen(phone, '卖什么').waitFor()
    await shoot(phone, 'phone/leader-11-edit', { fullPage: true })
    await phone.getByLabel('便宜一角').filter({ visible: true }).first().click()
    await press(phone, '看一眼再开')
    await seen(phone, '邻居看到的样子').waitFor()
    await shoot(phone, 'phone/leader-12-preview')
    await press(phone, '开团')
    await phone.waitForURL((url) => url.hash.includes('packages/community/sale'))
    const { others, sale } = await today()
    expect([sale, ...others].filter((row) => row?.state === 'open')).toHaveLength(1)
  })

  test('帮孙奶奶记一单，链接发给家里人', async () => {
    const id = (await today()).sale?.id as SaleId
    await goTo(phone, `drafts/index?id=${id}`)
    await press(phone, '记一单')
    await phone.locator('.sheet input').filter({ visible: true }).first().fill('3 楼孙奶奶')
    await phone.locator('.sheet .stepper-fill').filter({ visible: true }).first().click()
    await press(phone, '记好了')
    await seen(phone, '等付款').waitFor()
    await shoot(phone, 'phone/leader-13-draft')
    await press(phone, '收回')
    await press(phone, '确定')
    await seen(phone, '已收回').waitFor()
  })

  test('对账：点开一笔，从标价到佣金一步一步加得起来', async () => {
    await goTo(phone, 'earnings/index')
    await seen(phone, '什么时候到').waitFor()
    await shoot(phone, 'phone/leader-14-earnings')
    await phone.locator('.money-row').filter({ visible: true }).first().click()
    for (const words of ['这一笔怎么来的', '标价', '算佣金的实付', '× 佣金', '为什么是你的', '什么时候到'])
      await seen(phone, words).waitFor()
    await shoot(phone, 'phone/leader-15-explained')
  })

  test('店里打了款：先问一句再收', async () => {
    await goTo(phone, 'earnings/index')
    await seen(phone, '等你确认').waitFor()
    await press(phone, '确认收款')
    await seen(phone, '钱会进你的微信零钱').waitFor()
    await shoot(phone, 'phone/leader-16-confirm')
    await press(phone, '晚点再说')
    await phone.getByText('钱会进你的微信零钱').waitFor({ state: 'hidden' })
  })

  /** 没付款的本来要等十分钟才过点：当作他们改了主意。 */
  const forgetUnpaid = async (saleId: SaleId): Promise<void> => {
    const client = new Client(database.url)
    await client.connect()
    try {
      await client.query(
        `with gone as (
           update orders set trade = 'cancelled' where sale_id = $1 and trade = 'awaiting-payment' returning id)
         update sale_order set gone_at = now() where order_id in (select id from gone)`,
        [saleId],
      )
    } finally {
      await client.end()
    }
  }

  const goodsOf = async (saleId: SaleId) =>
    ((await post('leader', 'board', { saleId })) as CallOutput<'leader', 'board'>).goods
})
