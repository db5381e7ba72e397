/**
 * WeChat's chat tool is a module of its own: wholly there or not at all. `CHAT_TOOL=on npm test -- tests/weapp/chat-tool` builds
 * it and tries it: 阿芳 opens it from her workbench, sends and reminds; a neighbour opens what she sent and goes on to the sale.
 */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CallOutput } from '@/contract/index'
import { sharePath } from '@/domain/share/link'
import { demoMemberId, demoOpenid } from '../../cloudfunctions/runtime/db/demo-ids'
import { budgets } from '../bench/size/budgets'
import { measureWeapp } from '../bench/size/weapp'
import { freshDatabase, type TestDatabase } from '../support/postgres'
import { asWechat, startServer, type ShopServer } from '../support/server'
import { createHost, type WeappHost } from '../support/weapp-host'

const ROOT = 'packages/chat-tool'
const DIST = path.resolve(__dirname, '../../dist/weapp')

type AppJson = {
  subPackages: { root: string; pages: string[] }[]
  chatTools?: { root: string; entryPagePath: string; desc: string }[]
  rendererOptions?: object
}

/** `app.json` as Taro reads it for WeChat, with the module on or off. */
const configured = (chatTool: string): AppJson => {
  const before = { ...process.env }
  Object.assign(process.env, { TARO_ENV: 'weapp', CHAT_TOOL: chatTool })
  Object.assign(globalThis, { defineAppConfig: (config: AppJson) => config })
  try {
    let config: AppJson | undefined
    jest.isolateModules(() => {
      config = jest.requireActual<{ default: AppJson }>('../../src/app.config').default
    })
    return config as AppJson
  } finally {
    process.env = before
  }
}

test('switched on, it is what WeChat asks of a chat tool: one package alone, drawn by Skyline, its first page named', () => {
  const { subPackages, chatTools, rendererOptions } = configured('on')
  const tool = subPackages.find(({ root }) => root === ROOT)
  expect(tool).toMatchObject({ independent: true, renderer: 'skyline', componentFramework: 'glass-easel' })
  expect(chatTools).toHaveLength(1)
  expect(chatTools?.[0]).toMatchObject({ root: ROOT, entryPagePath: tool?.pages[0] })
  expect(chatTools?.[0]?.desc).not.toMatch(/优惠|免费|立减|红包|赚|最低|特价|抢/)
  expect(rendererOptions).toHaveProperty('skyline')
})

test('by default nothing of it is in the package', () => {
  const { subPackages, chatTools, rendererOptions } = configured('')
  expect(subPackages.map(({ root }) => root)).not.toContain(ROOT)
  expect([chatTools, rendererOptions]).toEqual([undefined, undefined])
})

test('what was built is wholly one or the other', () => {
  const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as AppJson
  const bench = readFileSync(path.join(DIST, 'packages/leader/bench/index.js'), 'utf8')
  const isOn = app.chatTools !== undefined
  expect(app.subPackages.some(({ root }) => root === ROOT)).toBe(isOn)
  expect(existsSync(path.join(DIST, ROOT))).toBe(isOn)
  expect(bench.includes('openChatTool')).toBe(isOn)
})

if (process.env['CHAT_TOOL'] === 'on')
  describe('beside a chat', () => {
    let database: TestDatabase
    let server: ShopServer
    let host: WeappHost
    let sale: NonNullable<CallOutput<'leader', 'today'>['sale']>
    let openid = demoOpenid(demoMemberId('afang'))
    let category = 'default'
    let sent = ''
    let picks: () => { members: string[] } = () => ({ members: ['g-1', 'g-2'] })

    beforeAll(async () => {
      database = await freshDatabase({ seeded: true })
      server = await startServer({ databaseUrl: database.url, seeded: false, container: true })
      const reply = (await asWechat(server.url, openid)('leader', { action: 'today', input: {} })) as { data: never }
      sale = (reply.data as CallOutput<'leader', 'today'>).sale as typeof sale
      type How = { url: string; members: string[]; success?: (said: object) => void; fail?: (said: object) => void }
      const answers = (work: (how: How) => object) => (how: How) => {
        try {
          how.success?.(work(how))
        } catch (error) {
          how.fail?.({ errMsg: (error as Error).message })
        }
      }
      host = createHost({
        cloud: (name, data) => asWechat(server.url, openid)(name, data),
        wx: {
          canIUse: () => true,
          getApiCategory: () => category,
          openChatTool: answers(({ url }) => {
            category = 'chatTool'
            void host.open(url)
            return {}
          }),
          shareAppMessageToGroup: answers(() => ({})),
          selectGroupMembers: answers(() => picks()),
          notifyGroupMembers: answers(() => ({})),
        },
      })
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
    const press = async (words: string) => {
      await says(words)
      await host.top().tapText(words)
    }
    const calls = () => host.cloudCalls.map(({ name, action }) => `${name}.${action}`)
    const last = (name: string) => host.calls.filter((call) => call.name === name).at(-1)?.argument

    test('it fits what WeChat allows', () => {
      expect(measureWeapp(DIST).packages[ROOT]).toBeLessThanOrEqual(budgets.weapp.chatTool.budget)
    })

    test('from the workbench the leader sees the sale beside the chat, from one call', async () => {
      await host.open('/packages/leader/bench/index')
      await says('群工具')
      host.reset()
      await press('群工具')
      await says('接龙名单')
      expect(host.top().text()).toContain(sale.title)
      expect(host.top().text()).toContain(`${sale.people}位已接龙`)
      // codes of cards are made ahead, once the screen stands
      expect(calls().filter((name) => name !== 'sale.share')).toEqual(['sale.open'])
    })

    test('what is sent leads back into the tool, under the own code of the leader', async () => {
      const card = () => last('shareAppMessageToGroup') as { path: string; title: string } | undefined
      // her code is made when the page has been drawn; a card that goes before names the sale itself
      await host.waitFor(() => {
        void host.top().tapText('发接龙卡片')
        return card()?.path.startsWith(`/${ROOT}/sale/index?c=`)
      })
      await says('卡片发到群里了')
      expect(card()).toMatchObject({ title: sale.title })
      sent = card()?.path ?? ''
      await press('提醒付款')
      await says('已在群里提醒')
      const words = { members: ['g-1', 'g-2'], entrancePath: sent }
      expect(last('notifyGroupMembers')).toMatchObject({ ...words, type: 'complete' })
      await press('提醒接龙')
      await host.waitFor(() => (last('notifyGroupMembers') as { type: string }).type === 'participate')
    })

    test('who closes the list of members has sent nothing, and is told so', async () => {
      picks = () => {
        throw new Error('selectGroupMembers:fail cancel')
      }
      await press('提醒接龙')
      await says('没有发，想发时再点')
    })

    test('back in the app the leader is on the way to the sale', async () => {
      await press('看接龙页')
      await host.waitFor(() => host.top().route === 'packages/community/sale/index')
      expect(last('navigateBack')).toBeDefined()
      category = 'default'
    })

    test('a neighbour who opens what was sent sees the chain and goes on to the sale', async () => {
      openid = 'o-a-neighbour-in-the-chat'
      host.closeAll()
      category = 'chatTool'
      await host.open(sent)
      await says('接龙名单')
      expect(host.top().text()).not.toContain('发接龙卡片')
      await host.top().tap('.ct-key-fill')
      await host.waitFor(() => host.top().route === 'packages/community/sale/index')
      expect(last('reLaunch')).toEqual({ url: sharePath(sent.split('c=')[1] ?? '', 'sale') })
      await says(sale.title)
      category = 'default'
    })

    test("from WeChat's own list of tools nothing says which sale: those that run are there to choose from", async () => {
      openid = demoOpenid(demoMemberId('afang'))
      host.closeAll()
      host.reset()
      await host.open(`/${ROOT}/sale/index`)
      await says('进行中的接龙')
      expect(calls()).toContain('community.home')
      await press(sale.title)
      await says('要在微信群里打开，才能发到群里')
      await press('选一个群')
      expect(last('openChatTool')).toMatchObject({ url: expect.stringContaining(ROOT) })
    })
  })
