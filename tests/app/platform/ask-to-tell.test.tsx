/** WeChat's sheet for messages: asked from a tap only, every answer told to the shop, silence kept as silence. */
import { act } from 'react'
import { AskRow } from '@/features/message/ask-row'
import { askToTell } from '@/platform/ask-to-tell'
import { fakeCloud } from '../../support/taro-dom/cloud'
import { draw } from '../../support/taro-dom/draw'
import { phone } from '../../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../../support/taro-dom/taro'))
type Sheet = {
  tmplIds: string[]
  success: (said: Record<string, string>) => void
  fail: (said: { errCode: number }) => void
}
const sheet: { answer: (asked: Sheet) => void; shown: string[][] } = { answer: () => undefined, shown: [] }
jest.mock('@/platform/wx', () => ({
  isWechat: true,
  wechat: () => ({
    requestSubscribeMessage: (asked: Sheet) => {
      sheet.shown.push(asked.tmplIds)
      sheet.answer(asked)
    },
  }),
}))
jest.mock('@/platform/send', () => jest.requireActual('@/platform/send'))

const asks = [
  { template: 'shipped', templateId: 'tpl-shipped' },
  { template: 'refund', templateId: 'tpl-refund' },
] as const
const soon = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))

let cloud: ReturnType<typeof fakeCloud>
beforeEach(() => {
  phone.reset()
  sheet.shown = []
  cloud = fakeCloud()
})

test.each([
  [{ 'tpl-shipped': 'accept', 'tpl-refund': 'reject' }, ['accept', 'reject']],
  [{ 'tpl-shipped': 'acceptWithAudio', 'tpl-refund': 'ban' }, ['accept', 'ban']],
  [{ 'tpl-shipped': 'filter' }, ['filter']],
  [{ 'tpl-shipped': 'something new' }, []],
])('%j', async (said, answers) => {
  sheet.answer = ({ success }) => success({ errMsg: 'requestSubscribeMessage:ok', ...said })
  expect((await askToTell(asks)).map(({ answer }) => answer)).toEqual(answers)
})

test('all messages switched off is a no to each; a sheet that could not open is no answer', async () => {
  sheet.answer = ({ fail }) => fail({ errCode: 20004 })
  expect((await askToTell(asks)).map(({ answer }) => answer)).toEqual(['off', 'off'])
  sheet.answer = ({ fail }) => fail({ errCode: 10005 })
  expect(await askToTell(asks)).toEqual([])
})

test('the row asks nothing by itself; a yes is told to the shop, twice if the line breaks, under one id', async () => {
  cloud.reply('message.offer', { ok: true, data: { asks } })
  cloud.reply('message.answered', new Error('the line broke'), { ok: true, data: { accepted: ['shipped'] } })
  sheet.answer = ({ success }) => success({ 'tpl-shipped': 'accept', 'tpl-refund': 'reject' })
  const row = draw(<AskRow moment="paid" />)
  await soon()
  expect(sheet.shown).toEqual([])
  expect(row.text()).toContain('发货了告诉你')
  row.tap('发货了告诉你')
  await soon()
  expect(sheet.shown).toEqual([['tpl-shipped', 'tpl-refund']])
  expect(row.text()).toContain('到时微信里告诉你')
  const told = cloud.sent.filter(({ to }) => to === 'message.answered').map(({ input }) => input)
  expect(told).toHaveLength(2)
  expect(told[0]).toEqual(told[1])
  expect(told[0]).toMatchObject({
    moment: 'paid',
    answers: [
      { template: 'shipped', answer: 'accept' },
      { template: 'refund', answer: 'reject' },
    ],
  })
})

test('a no is told as well, and the row is gone', async () => {
  cloud.reply('message.offer', { ok: true, data: { asks } })
  cloud.reply('message.answered', { ok: true, data: { accepted: [] } })
  sheet.answer = ({ success }) => success({ 'tpl-shipped': 'reject', 'tpl-refund': 'reject' })
  const row = draw(<AskRow moment="paid" />)
  await soon()
  row.tap('发货了告诉你')
  await soon()
  expect(row.text()).toBe('')
  expect(cloud.sent.at(-1)).toMatchObject({ to: 'message.answered' })
})

test('nothing to ask for, nothing is drawn', async () => {
  cloud.reply('message.offer', { ok: true, data: { asks: [] } })
  const row = draw(<AskRow moment="paid" />)
  await soon()
  expect(row.text()).toBe('')
})
