/** The staff's way through communities on a desk: an application is approved, a shortage shared out, a payout made by one and let go by another. */
import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { Locator, Page } from 'playwright-core'
import { DESK, describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

type Desk = Page & { complaints: string[] }

describeInBrowser('the staff look after communities', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  let owner: Desk
  let manager: Desk
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
    owner = await deskOf('沈知秋')
    manager = await deskOf('林晓禾')
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })
  afterEach(() => expect([...owner.complaints, ...manager.complaints]).toEqual([]))

  const deskOf = async (name: string): Promise<Desk> => {
    const page = await browser.newPage(DESK)
    await page.goto(`${shop.url}/admin/`)
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await page.locator('.rail').waitFor()
    page.complaints.length = 0
    return page
  }
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${shop.url}/admin${path}`)
    await page.waitForLoadState('networkidle')
  }
  const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
  /** The button of the question in front, where the same words stand on the one behind it. */
  const answer = (page: Page, name: string): Promise<void> =>
    page.locator('.ant-modal-root').getByRole('button', { name, exact: true }).click()
  const row = (page: Page, text: string): Locator => page.locator('tbody tr.ant-table-row', { hasText: text })
  /** The small question over a button, and its answer. */
  const sure = (page: Page, act: string): Promise<void> =>
    page.locator('.ant-popconfirm-buttons').getByRole('button', { name: act, exact: true }).click()
  const said = (page: Page, text: string): Promise<void> => page.locator('.ant-message').getByText(text).waitFor()

  /** What no screen brings about: time that passes, somebody who edits the books. */
  const asDatabase = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }

  const asMember = async (name: string, fn: string, action: string, input: object): Promise<void> => {
    const post = async (door: string, body: object, token?: string): Promise<{ ok: boolean; data: never }> => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
      const reply = await fetch(`${shop.url}/cloud/${door}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return (await reply.json()) as { ok: boolean; data: never }
    }
    const { data } = await post('member', { action: 'signIn', input: { code: `demo:${name}` } })
    const done = await post(fn, { action, input }, (data as { session: string }).session)
    if (!done.ok) throw new Error(`${fn}.${action} ${JSON.stringify(done)}`)
  }

  test('an application waits in the rail, is looked at and approved; another is refused with its reason', async () => {
    const words = { neighbourhood: '梧桐里 7 号楼', intro: '住了六年，楼里认识的人多。', hasReadTerms: true }
    await asMember('momo', 'community', 'apply', words)
    await asMember('haoran', 'community', 'apply', { ...words, neighbourhood: '梧桐里 9 号楼' })
    await open(owner, '/community/leaders')
    await owner.locator('.rail__row', { hasText: '社群与团长' }).locator('.rail__count', { hasText: '2' }).waitFor()
    await row(owner, '7 号楼').click()
    await owner.locator('.drawer').getByText('住了六年').waitFor()
    await shoot(owner, 'desk/leader-application')
    await button(owner, '同意').click()
    await sure(owner, '同意')
    await owner.locator('.drawer').getByText('在任').waitFor()
    await owner.keyboard.press('Escape')

    await row(owner, '9 号楼').click()
    await button(owner, '不同意').click()
    await answer(owner, '不同意')
    await owner.getByText('写一句原因，申请人会看到').first().waitFor()
    await owner.getByLabel('原因').fill('这片小区已有两位团长')
    await answer(owner, '不同意')
    await owner.locator('.drawer').getByText('没通过').waitFor()
    await open(owner, '/community/leaders?tab=approved')
    await row(owner, '7 号楼').waitFor()
    await shoot(owner, 'desk/leaders')
  })

  test('a community is paused with a reason, goes on, and is offered to somebody else', async () => {
    await open(owner, '/community/communities')
    await row(owner, '老周拼菜群').click()
    for (const [act, shows] of [
      ['暂停', '店里暂停'],
      ['恢复', '活跃'],
    ] as const) {
      await button(owner, act).click()
      await owner.getByLabel('原因').fill('核对一下自提点')
      await answer(owner, act)
      await owner.locator('.drawer__line').getByText(shows).waitFor()
    }
    await button(owner, '解绑').click()
    await sure(owner, '解绑')
    await owner.locator('.drawer').getByText('还没绑群').waitFor()
    await button(owner, '移交团长').click()
    await owner.getByRole('combobox', { name: '移交给' }).click()
    await owner.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await answer(owner, '移交团长')
    await owner
      .locator('.drawer')
      .getByText(/已问 .+ 前答复/)
      .waitFor()
    await shoot(owner, 'desk/community')
    await button(owner, '撤回移交').click()
    await sure(owner, '撤回移交')
    await owner.locator('.drawer').getByText('，已撤回').waitFor()
    await button(owner, '移交团长').waitFor()
  })

  test('a sale ends, is sorted, comes short, and what came is shared out as it was stated', async () => {
    await open(owner, '/sales')
    await row(owner, '周末一束花').waitFor()
    await shoot(owner, 'desk/sales')
    await row(owner, '周末一束花').click()
    await button(owner, '提前截单').click()
    await sure(owner, '提前截单')
    await said(owner, '已截单')
    await button(owner, '开始分拣').click()
    await sure(owner, '开始分拣')
    await said(owner, '开始分拣了')
    const count = owner.getByLabel('郁金香 到货')
    await count.fill('6')
    await count.press('Enter')
    await owner.locator('.matrix__short').waitFor()
    await button(owner, '点数记录').click()
    await owner.locator('.count-trail li', { hasText: '沈知秋' }).getByText('郁金香 6').waitFor()
    await shoot(owner, 'desk/sale-counts')
    await owner.keyboard.press('Escape')
    await button(owner, '其余到齐').click()
    await sure(owner, '其余到齐')
    await said(owner, '已记到货')

    const panel = owner.locator('.shortage')
    expect(await panel.locator('.policy[aria-checked=true]').textContent()).toContain('先付先得')
    await owner.locator('.matrix__cut').first().waitFor()
    await shoot(owner, 'desk/sale-shortage')
    const act = panel.getByRole('button', { name: /按先付先得分配，退款 ¥/ })
    await panel.locator('.policy', { hasText: '按比例' }).click()
    await panel.getByText('只作对照').waitFor()
    expect(await act.count()).toBe(0)
    await panel.locator('.policy', { hasText: '先付先得' }).click()
    await act.click()
    await sure(owner, '分配并退款')
    await said(owner, '已分配，退款已发出')
    await panel.getByText('已分配').waitFor()
    expect(await act.count()).toBe(0)
    await shoot(owner, 'desk/sale-shared')

    await owner.locator('.ant-segmented-item', { hasText: '按人' }).click()
    await owner.getByText('1 号').first().waitFor()
    await shoot(owner, 'desk/sale-people')
    await owner.locator('.ant-segmented-item', { hasText: '按自提点' }).click()
    const printed = owner.waitForEvent('frameattached')
    await button(owner, '打印自提清单').first().click()
    await printed
    const coming = owner.waitForEvent('download')
    await button(owner, '导出 CSV').click()
    expect(await readFile(await (await coming).path(), 'utf8')).toContain('郁金香')
    await button(owner, '送达').click()
    await sure(owner, '送达')
    await said(owner, '已送达，邻居会收到提醒')
  })

  test('who did not come gets the money back, once, and the bag goes back to the store', async () => {
    await asDatabase(`update sale_order set bag_state = 'no-show'
      where sale_id = (select id from sale where title = '周五晚饭接龙') and number = 31`)
    await open(owner, '/sales')
    await row(owner, '周五晚饭接龙').click()
    await owner.locator('.ant-segmented-item', { hasText: '按人' }).click()
    await row(owner, '31 号').getByRole('button', { name: '退款' }).click()
    await shoot(owner, 'desk/no-show')
    await sure(owner, '退款')
    await said(owner, '已退款，包裹收回店里')
    await row(owner, '31 号').getByRole('button', { name: '退款' }).waitFor({ state: 'detached' })
  })

  test("the store's own sale is written within the store's prices, and opened", async () => {
    await open(owner, '/sales/new')
    expect(await button(owner, '开始接龙').isDisabled()).toBe(true)
    await owner.getByPlaceholder('例如：周末一束花').fill('周三水果')
    await owner.getByRole('combobox', { name: '搜商品，加进来' }).fill('草莓')
    await owner.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    const price = owner
      .locator('.goods-card tbody tr')
      .first()
      .getByLabel(/接龙价$/)
    const usual = await price.inputValue()
    await price.fill('0.50')
    await price.blur()
    await owner.getByText(/价格要在 ¥.+ 到 ¥.+ 之间/).waitFor()
    expect(await button(owner, '开始接龙').isDisabled()).toBe(true)
    await price.fill(usual)
    await price.blur()
    await button(owner, '加一档').click()
    await shoot(owner, 'desk/sale-editor')
    await button(owner, '开始接龙').click()
    await sure(owner, '开始接龙')
    await owner.waitForURL(/sales\/sal_[^/]+$/)
    await owner.locator('.page__aside').getByText('接龙中').waitFor()
  })

  test('the day over all sales says what to buy in and where to unload', async () => {
    await open(owner, '/sales')
    const from = await row(owner, '周日鲜食接龙').locator('.aside').last().textContent()
    const day = /(\d{2}-\d{2})/.exec(from ?? '')?.[1] ?? ''
    await open(owner, `/sales/day?day=${new Date().getFullYear()}-${day}`)
    await owner.getByText('第 1 站').waitFor()
    await shoot(owner, 'desk/sales-day')
    const printed = owner.waitForEvent('frameattached')
    await button(owner, '打印送货单').click()
    await printed
  })

  test('a statement explains each row; the owner proposes, the manager lets go', async () => {
    await open(owner, '/commission')
    await shoot(owner, 'desk/commission')
    await row(owner, '阿芳').click()
    await row(owner, '已计').first().click()
    await owner.locator('.formula__term.is-result').waitFor()
    await owner.locator('.books__zero').waitFor()
    await owner.locator('.forecast svg').waitFor()
    await shoot(owner, 'desk/statement')
    const coming = owner.waitForEvent('download')
    await button(owner, '导出 CSV').click()
    expect((await readFile(await (await coming).path(), 'utf8')).split(/\r?\n/).length).toBeGreaterThan(10)

    await open(owner, '/commission')
    await row(owner, '小琴').click()
    await owner.getByRole('button', { name: /^打款 ¥/ }).click()
    await button(owner, '提交复核').click()
    await said(owner, '已提交，等另一位同事复核')
    await owner.getByText('待复核').waitFor()

    await open(owner, '/commission/payouts')
    await row(owner, '小琴').click()
    await owner.locator('.drawer').getByText('自己提交的要由另一位同事复核').waitFor()
    expect(await owner.getByRole('button', { name: /放行/ }).count()).toBe(0)

    await open(manager, '/commission/payouts')
    await manager.locator('.rail__row', { hasText: '佣金与打款' }).locator('.rail__count').waitFor()
    await row(manager, '小琴').click()
    await manager.getByRole('button', { name: /^放行 ¥/ }).waitFor()
    await shoot(manager, 'desk/payout-to-check')
    await manager.getByRole('button', { name: /^放行 ¥/ }).click()
    await sure(manager, '放行')
    await said(manager, '已放行')
    await open(manager, '/commission/payouts?tab=approved')
    await row(manager, '小琴').waitFor()
    await shoot(manager, 'desk/payouts')
  })

  test('who checks sends a payout back with a reason, and who made it reads why', async () => {
    await open(owner, '/commission/payouts')
    await row(owner, '老周').click()
    await owner.locator('.drawer').getByText('复核后才会发出').waitFor()
    expect(await button(owner, '撤回').count()).toBe(0)
    await button(owner, '驳回').click()
    await owner.getByLabel('原因').fill('和上周的单对不上')
    await answer(owner, '驳回')
    await said(owner, '已驳回')
    await open(manager, '/commission/payouts?tab=rejected')
    await row(manager, '老周').click()
    for (const words of ['和上周的单对不上', '没有发出']) await manager.locator('.drawer').getByText(words).waitFor()
    await shoot(manager, 'desk/payout-rejected')
  })

  test('a correction carries its reason; rates are kept apart; the books are proved on demand', async () => {
    await open(owner, '/commission')
    await row(owner, '阿芳').click()
    await button(owner, '调整').click()
    const dialog = owner.getByRole('dialog')
    await dialog.locator('.ant-segmented-item', { hasText: '从团长扣回' }).click()
    await dialog.getByLabel('金额').fill('2.50')
    await dialog.getByLabel('原因').fill('重复补贴')
    await button(owner, '从团长扣回 ¥2.50').click()
    await said(owner, '已记入对账单')
    await owner.getByText('重复补贴').waitFor()

    await open(owner, '/commission/rates')
    await owner.getByText('可以打款').waitFor()
    await owner.getByRole('combobox', { name: '选一位团长' }).click()
    await owner.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '老周' }).click()
    const rate = owner.getByLabel('老周 的费率')
    await rate.fill('6')
    await rate.press('Enter')
    await owner.getByLabel('老周 的费率').and(owner.locator('[value="6.00"]')).waitFor()
    await shoot(owner, 'desk/commission-rates')

    await open(owner, '/commission/books')
    await button(owner, '现在查一遍').click()
    await said(owner, '查完了')
    await owner.locator('.books__zero').waitFor()
    await shoot(owner, 'desk/commission-books')
  })

  test('what the check finds is settled with a reason and stays settled', async () => {
    await asDatabase(`update earning set amount_fen = amount_fen + 1
      where id = (select id from earning where state = 'accrued' order by id limit 1)`)
    await button(owner, '现在查一遍').click()
    const found = row(owner, '明细和变动对不上')
    await found.getByRole('button', { name: '已处理' }).click()
    await owner.getByLabel('原因').fill('盘点时改的，已和团长说好')
    await answer(owner, '已处理')
    await found.getByText('盘点时改的').waitFor()
    await open(owner, '/commission/books')
    await button(owner, '现在查一遍').click()
    await said(owner, '查完了')
    expect(await found.count()).toBe(1)
    await shoot(owner, 'desk/commission-found')
  })

  test('who may only look sees no act', async () => {
    const service = await deskOf('何小满')
    await open(service, '/community/communities')
    await row(service, '老周拼菜群').click()
    await service.locator('.drawer__facts').waitFor()
    expect(await service.locator('.drawer__foot').count()).toBe(0)
    expect(await service.locator('.rail').getByText('佣金与打款').count()).toBe(0)
    await open(service, '/commission')
    await service.getByText('你的角色看不到这个页面').waitFor()
    expect(service.complaints).toEqual([])
  })
})
