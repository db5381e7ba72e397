/** Subscription messages: one allowance, one message, and every keyword within its type. */
import * as z from 'zod'
import type { WechatBooks } from './books'
import { reading, say, sayNo, type Say } from './say'

const bodyShape = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.string().min(1) })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']),
  lang: z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']),
})

/** By the keyword's type: `thing1` is a thing. A type that is not listed may say what it likes. */
const KEYWORDS: Readonly<Record<string, RegExp>> = {
  thing: /^[^\n\r]{1,20}$/u,
  number: /^[\d.]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  character_string: /^[\x20-\x7e]{1,32}$/,
  phrase: /^\p{Script=Han}{1,5}$/u,
  amount: /^[¥￥$]?\d{1,10}(\.\d+)?元?$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
}

export const allowanceKey = (openid: string, templateId: string): string => `${openid}:${templateId}`

export const sendMessage = (books: WechatBooks, body: unknown): Say =>
  reading(bodyShape, body, sayNo(47003, 'argument invalid!'), (ask) => {
    if (ask.touser === '') return sayNo(40003, 'invalid openid')
    if (ask.template_id === '') return sayNo(40037, 'invalid template_id')
    if (ask.page?.startsWith('/')) return sayNo(41030, 'invalid page')
    const wrong = Object.entries(ask.data).find(
      ([keyword, { value }]) => KEYWORDS[keyword.replace(/\d+$/, '')]?.test(value) === false,
    )
    if (wrong) return sayNo(47003, `argument invalid! data.${wrong[0]}.value invalid`)
    const key = allowanceKey(ask.touser, ask.template_id)
    const left = books.allowances.get(key) ?? 0
    if (left === 0) return sayNo(43101, 'user refuse to accept the msg')
    books.allowances.put(key, left - 1)
    return say({ msgid: Date.now() })
  })
