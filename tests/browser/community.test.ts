/** 阿芳的接龙开着：小美和莉莉各拿一部手机接上，两边的接龙自己往上长；浩然替孙奶奶付了一单；到货了，凭会换新的码取。 */
import type { Page } from 'playwright-core'
import type { CallOutput } from '@/contract/index'
import { describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { press, seen, signInAs } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

describeInBrowser('a community and its group sale', () => {
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

  const phoneOf = async (name: string): Promise<Tab> => {
    const page = await browser.newPage()
    page.setDefaultTimeout(20_000)
    await signInAs(page, shop.url, name)
    tabs.push(page)
    return page
  }
  const at = (page: Page, path: string) => page.waitForURL((url) => url.hash.startsWith(`#/${path}`))
  const goTo = (page: Page, path: string) => page.goto(`${shop.url}/#/${path}`)
  /** 一行货里的加号或加一。 */
  const addOne = (page: Page, title: string) =>
    page
      .locator('.sale-line', { hasText: title })
      .locator('.stepper-key:not(.stepper-less)')
      .filter({ visible: true })
      .click()
  const payNow = async (page: Page) => {
    await press(page, '微信支付')
    await press(page, '确认付款')
    await at(page, 'packages/order/pay-result/index')
  }
  /** 像手机那样问店里一句。 */
  const ask = async (page: Page, fn: string, action: string, input: object): Promise<never> => {
    const reply = await page.evaluate(
      async ([to, body]) => {
        const { data: session } = JSON.parse(localStorage.getItem('quanji.session') ?? '{}') as { data: string }
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${session}` }
        return (await fetch(to, { method: 'POST', headers, body })).json() as Promise<unknown>
      },
      [`${shop.url}/cloud/${fn}`, JSON.stringify({ action, input })] as const,
    )
    return (reply as { data: never }).data
  }

  let xiaomei: Tab
  let lili: Tab
  let sale: CallOutput<'community', 'home'>['sales'][number]
  const lines = { strawberry: '丹东 99 红颜草莓', croissant: '碱水可颂' }

  test('小美在「社群」看到正在接的龙，进社群，再进接龙', async () => {
    xiaomei = await phoneOf('xiaomei')
    await goTo(xiaomei, 'pages/community/index')
    await seen(xiaomei, '正在接龙').waitFor()
    await shoot(xiaomei, 'phone/community-1-tab')
    const home = (await ask(xiaomei, 'community', 'home', {})) as CallOutput<'community', 'home'>
    const found = home.sales.find(({ title }) => title === '周日鲜食接龙')
    if (!found) throw new Error('阿芳没有开着的接龙')
    sale = found
    await seen(xiaomei, '梧桐里 · 阿芳邻里群').waitFor()
    await xiaomei.getByRole('link', { name: '梧桐里 · 阿芳邻里群', exact: true }).filter({ visible: true }).click()
    await at(xiaomei, 'packages/community/page/index')
    await seen(xiaomei, '周五晚饭接龙').waitFor()
    await shoot(xiaomei, 'phone/community-2-page')
    await seen(xiaomei, '周日鲜食接龙').click()
    await at(xiaomei, 'packages/community/sale/index')
    await seen(xiaomei, `接龙 ${sale.people} 位`).waitFor()
    await shoot(xiaomei, 'phone/community-3-sale')
    await shoot(xiaomei, 'phone/community-3-sale-full', { fullPage: true })
  })

  test('莉莉的手机开着同一页；小美接上、付款，知道自己第几位、在哪取，莉莉那边自己多了一位', async () => {
    lili = await phoneOf('lili')
    await goTo(lili, `packages/community/sale/index?id=${sale.id}`)
    await seen(lili, `接龙 ${sale.people} 位`).waitFor()
    await addOne(xiaomei, lines.strawberry)
    await addOne(xiaomei, lines.strawberry)
    await addOne(xiaomei, lines.croissant)
    await seen(xiaomei, '草莓×2、可颂×1').waitFor()
    await shoot(xiaomei, 'phone/community-4-chosen')
    await press(xiaomei, '接龙付款')
    await at(xiaomei, 'packages/order/checkout/index')
    await xiaomei.locator('.checkout-group').filter({ visible: true }).waitFor()
    await shoot(xiaomei, 'phone/community-5-checkout')
    await payNow(xiaomei)
    await seen(xiaomei, `接上了，你是第 ${sale.people + 1} 位`).waitFor()
    await seen(xiaomei, '3 号楼架空层').waitFor()
    await shoot(xiaomei, 'phone/community-6-paid')
    await seen(lili, `接龙 ${sale.people + 1} 位`).waitFor()
    await seen(lili, '草莓×2，可颂×1').waitFor()
    await shoot(lili, 'phone/community-7-counted-up')
  })

  test('莉莉再接两盒，正好到 50 盒，两部手机都降到下一档；接龙文字复制得走', async () => {
    await press(xiaomei, '回到接龙')
    await at(xiaomei, 'packages/community/sale/index')
    await seen(xiaomei, `我是第 ${sale.people + 1} 位`).waitFor()
    await seen(xiaomei, '点 + 接一份').waitFor()
    await addOne(lili, lines.strawberry)
    await addOne(lili, lines.strawberry)
    await press(lili, '接龙付款')
    await payNow(lili)
    await seen(lili, `接上了，你是第 ${sale.people + 2} 位`).waitFor()
    await seen(xiaomei, `接龙 ${sale.people + 2} 位`).waitFor()
    await seen(xiaomei, '人人 ¥27.90').waitFor()
    await xiaomei.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await press(xiaomei, '复制接龙文字')
    await seen(xiaomei, '接龙文字已复制').waitFor()
    const text = await xiaomei.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain('【周日鲜食接龙】')
    expect(text).toMatch(new RegExp(`^${sale.people + 1}\\. .*草莓×2，可颂×1$`, 'm'))
    expect(text).toMatch(new RegExp(`^${sale.people + 2}\\. 莉\\* 草莓×2$`, 'm'))
    expect(text).toMatch(/点开接龙：http\S+\?c=[0-9A-Za-z]{8,}/)
    expect(text).not.toContain('莉莉')
    await shoot(xiaomei, 'phone/community-8-joined', { fullPage: true })
  })

  test('请邻居进来、把接龙发出去，都有海报：码是自己的，名字只露一个字', async () => {
    for (const [page, key, poster, name] of [
      [`packages/community/page/index?id=${sale.community?.id}`, '请邻居进来', '生成社群海报', 'community'],
      [`packages/community/sale/index?id=${sale.id}`, '发到群里', '生成接龙海报', 'sale'],
    ] as const) {
      await goTo(xiaomei, page)
      await press(xiaomei, key)
      await seen(xiaomei, poster).waitFor()
      await shoot(xiaomei, `phone/community-share-${name}`)
      await seen(xiaomei, poster).click()
      await at(xiaomei, 'packages/share/poster/index')
      const drawn = xiaomei.locator('.poster img').filter({ visible: true })
      await drawn.waitFor({ timeout: 30_000 })
      await xiaomei.waitForFunction(() =>
        [...document.querySelectorAll<HTMLImageElement>('.poster img')].some((one) => one.naturalHeight === 1620),
      )
      await shoot(xiaomei, `phone/community-poster-${name}`)
    }
  })

  test('订单里写着第几位、什么时候取；列表上也认得出是接龙', async () => {
    await goTo(xiaomei, 'packages/order/list/index')
    await seen(xiaomei, `接龙第 ${sale.people + 1} 位`).waitFor()
    await shoot(xiaomei, 'phone/community-9-orders')
    await seen(xiaomei, `接龙第 ${sale.people + 1} 位`).click()
    await at(xiaomei, 'packages/order/detail/index')
    await seen(xiaomei, `接上了，你是第 ${sale.people + 1} 位`).waitFor()
    await seen(xiaomei, '还在接，截单后一起备货').waitFor()
    await shoot(xiaomei, 'phone/community-10-order')
  })

  test('浩然点开团长帮记的单，替孙奶奶付了；那一单不能再付第二次', async () => {
    const haoran = await phoneOf('haoran')
    const leader = await phoneOf('afang')
    await goTo(leader, 'pages/me/index')
    await leader.waitForFunction(() => localStorage.getItem('quanji.session') !== null)
    const drafts = (await ask(leader, 'leader', 'drafts', { saleId: sale.id })) as CallOutput<'leader', 'drafts'>
    const code = drafts.items.find(({ state }) => state === 'open')?.code
    await leader.context().close()
    const page = `packages/community/drafted/index?c=${code}`
    await goTo(haoran, page)
    await seen(haoran, '孙奶奶').waitFor()
    await shoot(haoran, 'phone/community-11-drafted')
    await press(haoran, '付款')
    await at(haoran, 'packages/order/checkout/index')
    await payNow(haoran)
    await seen(haoran, `帮孙奶奶接上了，第 ${sale.people + 3} 位`).waitFor()
    await shoot(haoran, 'phone/community-12-drafted-paid')
    await goTo(haoran, page)
    await seen(haoran, '这一单已经有人付了').waitFor()
    await goTo(haoran, 'packages/community/apply/index')
    await seen(haoran, '团长约定').waitFor()
    await shoot(haoran, 'phone/community-13-apply')
    await haoran.context().close()
  })

  test('到货的那场：接龙页上一点就是取货码，断了网也在', async () => {
    const home = (await ask(xiaomei, 'order', 'list', {})) as CallOutput<'order', 'list'>
    const order = home.items.find((each) => each.sale?.title === '周五晚饭接龙')
    await goTo(xiaomei, `packages/order/detail/index?id=${order?.id}`)
    await seen(xiaomei, '到货了，等你来取').waitFor()
    await xiaomei.locator('.turning').filter({ visible: true }).waitFor()
    await shoot(xiaomei, 'phone/community-14-order-ready')
    await seen(xiaomei, '周五晚饭接龙').click()
    await at(xiaomei, 'packages/community/sale/index')
    await press(xiaomei, '取货码')
    await at(xiaomei, 'packages/order/pickup/index')
    await xiaomei.locator('.turning-big').filter({ visible: true }).waitFor()
    await seen(xiaomei, '每 30 秒换新').waitFor()
    await shoot(xiaomei, 'phone/community-15-code')
    await xiaomei.context().setOffline(true)
    await xiaomei.goBack()
    await press(xiaomei, '取货码')
    await seen(xiaomei, '没有网络也能用').waitFor()
    await shoot(xiaomei, 'phone/community-16-code-offline')
    await xiaomei.context().setOffline(false)
    const lost = xiaomei.complaints.splice(0).filter((words) => !words.includes('ERR_INTERNET_DISCONNECTED'))
    expect(lost).toEqual([])
  })
})
