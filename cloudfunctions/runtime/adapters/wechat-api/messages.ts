/** Words to members: the classic subscription (one tap, one message) and the service card that hangs on a payment. */
import { SECOND } from '@/domain/time'
import type { CardRefused, ServiceCard, SubscribeRefused, WechatApi, WechatApiConfig } from '../wechat-api'
import type { Call } from './access-token'
import { wechatFault } from './request'

const SUBSCRIBE_REFUSED: ReadonlySet<number> = new Set<SubscribeRefused>([40003, 40037, 43101, 43107, 45168, 47003])
const CARD_REFUSED: ReadonlySet<number> = new Set<CardRefused>([
  40003, 85433, 85436, 85437, 85438, 85439, 85442, 85448, 85461, 85462,
])
const STATES = { release: 'formal', trial: 'trial', develop: 'developer' } as const
const CARD_TYPES = { express: 2001, pickup: 2002, virtual: 2003, 'same-city': 2006 } as const

export const sendSubscribeMessage =
  (call: Call, { version = 'release' }: WechatApiConfig): WechatApi['sendSubscribeMessage'] =>
  async ({ openid, templateId, page, data }) => {
    const path = 'cgi-bin/message/subscribe/send'
    const reply = await call('POST', path, {
      touser: openid,
      template_id: templateId,
      ...(page === undefined ? {} : { page }),
      data: Object.fromEntries(
        Object.entries(data).map(([keyword, value]) => [keyword, { value: fit(keyword, value) }]),
      ),
      miniprogram_state: STATES[version],
      lang: 'zh_CN',
    })
    if (reply.errcode === 0) return 'ok'
    if (SUBSCRIBE_REFUSED.has(reply.errcode)) return { refused: reply.errcode as SubscribeRefused }
    throw wechatFault(reply, path)
  }

/** WeChat refuses a message for one letter too many (47003), so long names are cut here rather than lost. */
const MOST_LETTERS: Readonly<Record<string, number>> = { thing: 20, name: 10, phrase: 5, character_string: 32 }
const fit = (keyword: string, value: string): string => {
  const most = MOST_LETTERS[keyword.replace(/\d+$/, '')] ?? Infinity
  const letters = Array.from(value)
  return letters.length <= most ? value : `${letters.slice(0, most - 1).join('')}…`
}

export const setUserNotify =
  (call: Call): WechatApi['setUserNotify'] =>
  async (card) => {
    const path = 'wxa/set_user_notify'
    const reply = await call('POST', path, {
      openid: card.openid,
      notify_type: CARD_TYPES[card.kind],
      notify_code: card.transactionId,
      content_json: JSON.stringify(contentOf(card)),
      ...(card.activation ? { check_json: JSON.stringify(checkOf(card.activation)) } : {}),
    })
    if (reply.errcode === 0) return 'ok'
    if (CARD_REFUSED.has(reply.errcode)) return { refused: reply.errcode as CardRefused }
    throw wechatFault(reply, path)
  }

const contentOf = (card: ServiceCard) => ({
  cur_status: card.status,
  wxa_path_query: card.page,
  product_count: card.products.reduce((sum, product) => sum + product.quantity, 0),
  product_list: {
    info_list: card.products.map((product) => ({
      product_img: product.imageUrl,
      product_name: product.name,
      product_path_query: product.page,
      count: product.quantity,
      single_price: product.priceFen,
    })),
  },
  ...(card.sendAt === undefined ? {} : { send_time: Math.floor(card.sendAt / SECOND) }),
})

const checkOf = ({ paidFen, paidAt }: NonNullable<ServiceCard['activation']>) => ({
  pay_amount: paidFen,
  pay_time: Math.floor(paidAt / SECOND),
})
