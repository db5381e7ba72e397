import { act } from 'react'
import { AddressForm } from '@/features/address/address-form'
import { blank } from '@/features/address/use-address-form'
import { nowMe, signOut } from '@/platform/session'
import type { MeView } from '@/contract/member'
import type { AddressId } from '@/domain/ids'
import { fakeCloud } from '../support/taro-dom/cloud'
import { draw } from '../support/taro-dom/draw'
import { phone } from '../support/taro-dom/taro'

jest.mock('@tarojs/taro', () => jest.requireActual('../support/taro-dom/taro'))

const soon = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))))

/** React hears only what goes through the element's own setter. */
const write = (node: HTMLElement | undefined, text: string): void => {
  if (!node) throw new Error('nothing to write into')
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node), 'value')?.set
  act(() => {
    set?.call(node, text)
    node.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

let cloud: ReturnType<typeof fakeCloud>
let saved: AddressId[]
beforeEach(() => {
  phone.reset()
  signOut()
  nowMe({ id: 'mem_0123456789', name: '小美' } as unknown as MeView)
  cloud = fakeCloud()
  cloud.reply('member.saveAddress', { ok: true, data: { addresses: [], savedId: 'adr_1' } })
  saved = []
})

const form = () =>
  draw(
    <AddressForm
      first={blank}
      isDefault={false}
      canUnset
      isForOrder={false}
      onSaved={(id) => {
        saved.push(id)
      }}
    />,
  )

test('nothing is sent while something is missing, and each field says what', async () => {
  const view = form()
  expect(view.text()).not.toContain('写上')
  view.tap('保存')
  await soon()
  expect(view.text()).toContain('写上收货人')
  expect(view.text()).toContain('写上街道和门牌')
  expect(cloud.sent).toHaveLength(0)
})

test('a fault goes as soon as it is mended', () => {
  const view = form()
  view.tap('保存')
  write(view.find('收货人'), '张三')
  expect(view.text()).not.toContain('写上收货人')
  expect(view.text()).toContain('写上手机号')
})

test('an address pasted in one piece is saved field by field', async () => {
  const view = form()
  write(view.all('textarea')[0], '张三 13800000000 上海徐汇区漕溪北路28号')
  view.tap('设为默认地址')
  view.tap('保存')
  await soon()
  expect(cloud.sent.at(-1)).toMatchObject({
    to: 'member.saveAddress',
    input: {
      address: {
        name: '张三',
        phone: '13800000000',
        province: '上海市',
        city: '上海市',
        district: '徐汇区',
        detail: '漕溪北路28号',
      },
      isDefault: true,
    },
  })
  expect(saved).toEqual(['adr_1'])
})

test('a full book keeps what was typed', async () => {
  cloud.reply('member.saveAddress', { ok: false, refusal: { code: 'address.full', limit: 20 } })
  const view = form()
  write(view.all('textarea')[0], '张三 13800000000 上海徐汇区漕溪北路28号')
  view.tap('保存')
  await soon()
  expect(saved).toEqual([])
  expect((view.find('收货人') as HTMLInputElement).value).toBe('张三')
})
