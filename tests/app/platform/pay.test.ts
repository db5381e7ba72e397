import { fen } from '@/domain/money'
import { pay, usePaySheet } from '@/platform/pay'

jest.mock('@tarojs/taro', () => jest.requireActual('../../support/taro-dom/taro'))

const params = {
  timeStamp: '1795312899',
  nonceStr: 'n',
  package: 'prepay_id=wx201',
  signType: 'RSA' as const,
  paySign: 's',
  standinUrl: '/standin/wechat-pay/pay',
}

const standIn = (outcome: string) => {
  const fetch = jest.fn(async () => ({ json: async () => ({ outcome, errMsg: '' }) }))
  Object.assign(globalThis, { fetch })
  return fetch
}

test.each([
  ['success', 'paid'],
  ['cancel', 'cancelled'],
  ['fail', 'failed'],
] as const)('a tap on %s reaches the stand-in and reads as %s', async (tap, outcome) => {
  const fetch = standIn(tap)
  const paying = pay(params, fen(9400))
  expect(usePaySheet.getState().sheet?.amountFen).toBe(9400)
  await usePaySheet.getState().sheet?.onTap(tap)
  expect(await paying).toBe(outcome)
  expect(usePaySheet.getState().sheet).toBeNull()
  const [url, request] = fetch.mock.calls[0] as unknown as [string, { body: string }]
  const { standinUrl, ...signed } = params
  expect(url).toBe(standinUrl)
  expect(JSON.parse(request.body)).toEqual({ prepayId: 'wx201', outcome: tap, params: signed })
})

test('a broken line says nothing about the money', async () => {
  Object.assign(globalThis, { fetch: async () => Promise.reject(new TypeError('failed to fetch')) })
  const paying = pay(params, fen(9400))
  await usePaySheet.getState().sheet?.onTap('success')
  expect(await paying).toBe('unknown')
})

test('outside the demo the web page can not pay', async () => {
  expect(await pay({ ...params, standinUrl: null }, fen(9400))).toBe('unknown')
  expect(usePaySheet.getState().sheet).toBeNull()
})
