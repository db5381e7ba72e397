/** The staff's way through deals on a desk: an assist campaign against the rules is mended by tap and published; the other rooms stand. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { DESK, describeInBrowser, openBrowser, shoot, type TestBrowser } from '../support/chromium'
import { press, seen, signInAs } from '../support/chromium/shopper'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { startServer, type ShopServer } from '../support/server'

describeInBrowser('the staff run deals', () => {
  let database: TestDatabase
  let shop: ShopServer
  let browser: TestBrowser
  type Tab = Page & { complaints: string[] }
  let page: Tab
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true })
    shop = await startServer({ databaseUrl: database.url })
    browser = await openBrowser()
    page = await browser.newPage(DESK)
    await page.goto(`${shop.url}/admin/`)
    await page.getByRole('button', { name: /沈知秋/ }).click()
    await page.locator('.rail').waitFor()
    page.complaints.length = 0
  })
  afterAll(async () => {
    await browser.close()
    await shop.stop()
    await database.drop()
  })
  afterEach(() => expect(page.complaints).toEqual([]))

  const open = async (path: string): Promise<void> => {
    await page.goto(`${shop.url}/admin${path}`)
    await page.waitForLoadState('networkidle')
  }
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const sure = (act: string): Promise<void> =>
    page.locator('.ant-popconfirm-buttons').getByRole('button', { name: act, exact: true }).click()
  const choose = async (field: string, name: string): Promise<void> => {
    await page.getByRole('combobox', { name: field }).fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click()
  }
  /** A shopper of this shop, on the screen where they look for it. */
  const phoneOf = async (name: string, path: string): Promise<Tab> => {
    const phone = await browser.newPage()
    await signInAs(phone, shop.url, name)
    await phone.goto(`${shop.url}/#/${path}`)
    return phone
  }
  const leave = async (phone: Tab): Promise<void> => {
    expect(phone.complaints).toEqual([])
    await phone.context().close()
  }
  const violation = (name: string): Locator => page.locator('.violation', { hasText: name })

  test('five friends, "share to get" and a random reward are refused with their clauses, mended by tap, and published', async () => {
    await open('/campaigns/assist/new')
    await page.getByPlaceholder(/冬日助力券/).fill('冬日助力券')
    await choose('发起人得', '全场券')
    await choose('没凑齐时可直接领', '鲜蔬小券')
    await button('替我写一份').click()
    const rules = page.getByRole('textbox', { name: '规则全文（开始前给人看）' })
    await rules.fill(`${await rules.inputValue()}\n分享到 3 个群立得 12 元券。\n凑齐后随机得一张券。`)
    const helpers = page.getByRole('spinbutton', { name: '需要好友' })
    await helpers.fill('5')
    await helpers.blur()

    await violation('参与人数超过 5 人').getByText('5.1.8').waitFor()
    await violation('文案以分享换利益').getByText('5.1.1、5.1.4').waitFor()
    await violation('文案带抽奖或概率').getByText('5.1.6').waitFor()
    await violation('文案带抽奖或概率').getByText('分享类活动的奖励不得带概率').waitFor()
    expect((await page.locator('.marked mark').allTextContents()).join()).toMatch(/分享到 3 个群立得.*随机/)
    expect(await button('发布').isDisabled()).toBe(true)
    await page.locator('.sandbox__figures').waitFor()
    await page.locator('.sandbox svg').first().waitFor()
    await shoot(page, 'desk/assist-campaign-refused')

    await violation('参与人数超过 5 人').getByRole('button').click()
    while ((await page.locator('.violation header button').count()) > 0)
      await page.locator('.violation header button').first().click()
    expect(await rules.inputValue()).toContain('好友点“为 TA 助力”，满 4 位得')
    expect(await rules.inputValue()).not.toContain('随机')
    await button('发布').click()
    await sure('发布')
    await page.locator('.page__aside').getByText('进行中').waitFor()
    await page.waitForURL(/assist\/acp_/)
    await page.locator('.assist-brought .funnel').waitFor()
    await page.locator('.sandbox svg').first().waitFor()
    await shoot(page, 'desk/assist-campaign-live')
  })

  test('all campaigns stop at one switch, with a reason, and go on again', async () => {
    await open('/campaigns/assist')
    await page.getByText('冬日助力券').waitFor()
    for (const [act, shows] of [
      ['全部暂停', true],
      ['恢复', false],
    ] as const) {
      await button(act).click()
      await page.getByLabel('原因').fill('微信提醒分享过多')
      await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()
      await page.locator('.deal__stopped').waitFor({ state: shows ? 'visible' : 'detached' })
      if (shows) await shoot(page, 'desk/assist-campaigns-stopped')
    }
  })

  test('a coupon is found by its name, granted with a reason, taken back with another; codes are taken home as a table, one is exchanged on a phone', async () => {
    await open('/campaigns/coupons')
    await page.getByLabel('名称').fill('邻里')
    await page.getByLabel('名称').press('Enter')
    await page.waitForURL(/text=/)
    await page.locator('tbody tr.ant-table-row').nth(1).waitFor({ state: 'detached' })
    await page.locator('tr', { hasText: '邻里卡' }).first().click()
    await button('发券').click()
    await page.getByRole('combobox', { name: '搜名字，或手机尾号 4 位' }).fill('小美')
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '小美' }).first().click()
    await page.getByLabel('为什么发').fill('赔付漏发')
    await shoot(page, 'desk/coupon-grant')
    await button('发给 1 人').click()
    await page.getByText('已发给 1 人').waitFor()
    const given = page.locator('tbody tr.ant-table-row', { hasText: '小美' })
    await given.getByText('店里发').waitFor()
    await given.getByRole('button', { name: '作废' }).click()
    await page.getByLabel('原因').fill('发错了人')
    await page.getByRole('dialog').getByRole('button', { name: '作废', exact: true }).click()
    await page.getByText('已作废').first().waitFor()
    await given.getByRole('button', { name: '作废' }).waitFor({ state: 'detached' })

    await button('兑换码').click()
    await page.getByRole('spinbutton', { name: '几个' }).fill('3')
    const coming = page.waitForEvent('download')
    await button('做好并下载').click()
    const table = await coming
    expect(table.suggestedFilename()).toBe('兑换码-邻里卡.csv')
    const lines = (await readFile(await table.path(), 'utf8')).trim().split(/\r?\n/)
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^"?[0-9A-Z-]{6,}"?,"?邻里卡"?$/)
    await page.getByText('3 个码已下载').waitFor()
    await shoot(page, 'desk/coupon-given')

    for (const [action, reason] of [
      ['coupon.void', '发错了人'],
      ['coupon.grant', '赔付漏发'],
    ] as const) {
      await open(`/audit?action=${action}`)
      await page.locator('tbody tr.ant-table-row').first().click()
      await page.getByText(reason).first().waitFor()
    }

    const code = /[0-9A-Z-]{6,}/.exec(lines[1] ?? '')?.[0] ?? ''
    const phone = await phoneOf('ajie', 'packages/coupon/centre/index')
    await seen(phone, '用兑换码换券').click()
    await phone.locator('.coupon-code input').filter({ visible: true }).fill(code.toLowerCase())
    await press(phone, '兑换')
    await seen(phone, '换到了「邻里卡」').waitFor()
    await leave(phone)
  })

  test('a card that was got by fraud is taken back with its coupon; its owner reads why', async () => {
    await open('/campaigns/assist')
    await page.locator('tr', { hasText: '三位邻居攒果蔬券' }).first().click()
    const card = page.locator('tbody tr.ant-table-row', { hasText: '已凑齐' })
    await card.getByRole('button', { name: '作废' }).click()
    await page.getByLabel('原因').fill('同一批新号互刷')
    await shoot(page, 'desk/assist-void')
    await page.getByRole('dialog').getByRole('button', { name: '作废', exact: true }).click()
    const voided = page.locator('tbody tr.ant-table-row', { hasText: '同一批新号互刷' })
    await voided.getByText('已作废').waitFor()
    await shoot(page, 'desk/assist-voided')

    const phone = await phoneOf('yuanyuan', 'packages/assist/list/index')
    await seen(phone, '已收回').click()
    await seen(phone, '这张助力卡被收回了').waitFor()
    await seen(phone, '原因：同一批新号互刷').waitFor()
    await shoot(phone, 'phone/assist-taken-back')
    await leave(phone)
  })

  test('coupons, promotions and slots stand with what they cost', async () => {
    await open('/campaigns/coupons')
    await page.getByText('鲜蔬水果券').first().waitFor()
    await shoot(page, 'desk/coupons')
    await page.locator('tr', { hasText: '全场券' }).first().click()
    await page.locator('.sandbox__figures').waitFor()
    await page.locator('.sandbox svg').first().waitFor()
    await shoot(page, 'desk/coupon')
    await open('/campaigns/promotions')
    await page.getByText('满 ¥99 减 ¥10').first().waitFor()
    await page.getByRole('button', { name: '下移' }).first().click()
    await page
      .locator('tbody tr.ant-table-row', { hasText: '第二件半价' })
      .locator('.deal__order b', { hasText: '2' })
      .waitFor()
    await shoot(page, 'desk/promotions')
    await page.locator('tr', { hasText: '满 ¥99 减 ¥10' }).first().click()
    await page.locator('.sandbox__figures').waitFor()
    await shoot(page, 'desk/promotion')
    await open('/campaigns/flash')
    await page.locator('tbody tr.ant-table-row').first().click()
    await page.locator('.flash__items li').first().waitFor()
    await shoot(page, 'desk/flash')
  })

  test('a row opens by keyboard; what was typed into its drawer is not thrown away by Esc', async () => {
    await open('/campaigns/flash')
    await page.locator('tbody tr.ant-table-row').first().press('Enter')
    await page.getByRole('dialog').locator('input').first().fill('改了名')
    await page.keyboard.press('Escape')
    await button('不保存').waitFor()
    await page.keyboard.press('Escape')
    await button('不保存').click()
    await page.locator('.flash__items').waitFor({ state: 'detached' })
  })
})
