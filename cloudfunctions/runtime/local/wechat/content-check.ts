/** Judges texts and pictures the same way every time: a short list of words, and what a picture's address says. */
import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { EpochMs } from '@/domain/time'
import { SECOND } from '@/domain/time'
import { reading, say, sayNo, type Say } from './say'

type Suggest = 'pass' | 'review' | 'risky'
type Finding = { word: string; suggest: Exclude<Suggest, 'pass'>; label: number }

/** Labels are WeChat's: 10001 advertising, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar. */
const WORDS: readonly Finding[] = [
  { word: '赌博', suggest: 'risky', label: 20006 },
  { word: '毒品', suggest: 'risky', label: 20006 },
  { word: '代开发票', suggest: 'risky', label: 20006 },
  { word: '色情', suggest: 'risky', label: 20012 },
  { word: '刷单返利', suggest: 'risky', label: 20008 },
  { word: '骗子去死', suggest: 'risky', label: 20003 },
  { word: '加微信', suggest: 'review', label: 10001 },
  { word: '私下转账', suggest: 'review', label: 20008 },
  { word: '兼职日结', suggest: 'review', label: 10001 },
  { word: '傻子', suggest: 'review', label: 20003 },
]
const NORMAL = { suggest: 'pass', label: 100 } as const

const letters = (text: string) => Array.from(text).length
const textShape = z.object({
  version: z.literal(2),
  openid: z.string(),
  scene: z.int(),
  content: z.string(),
  nickname: z.string().optional(),
  title: z.string().optional(),
})

export const checkText = (body: unknown): Say =>
  reading(textShape, body, sayNo(47001, 'data format error'), (ask) => {
    if (ask.openid === '') return sayNo(40003, 'invalid openid')
    if (ask.scene < 1 || ask.scene > 4) return sayNo(40129, 'invalid scene')
    if (ask.content === '') return sayNo(44002, 'empty post data')
    if (letters(ask.content) > 2_500) return sayNo(47001, 'content too long')
    const text = [ask.content, ask.nickname, ask.title].join('\n').replace(/\s+/g, '')
    const found = WORDS.filter(({ word }) => text.includes(word))
    const worst = found.find((finding) => finding.suggest === 'risky') ?? found[0] ?? NORMAL
    return say({
      result: { suggest: worst.suggest, label: worst.label },
      detail: [
        { strategy: 'content_model', errcode: 0, suggest: worst.suggest, label: worst.label, prob: 90 },
        ...found.map((f) => ({ strategy: 'keyword', errcode: 0, suggest: f.suggest, label: f.label, keyword: f.word })),
      ],
      trace_id: newTraceId(),
    })
  })

const mediaShape = z.object({
  version: z.literal(2),
  openid: z.string(),
  scene: z.int(),
  media_url: z.url(),
  media_type: z.int(),
})

/** Answers at once; `later` gets the event that WeChat pushes when it has looked. */
export const checkMedia = (body: unknown, appId: string, now: EpochMs, later: (event: MediaEvent) => void): Say =>
  reading(mediaShape, body, sayNo(47001, 'data format error'), (ask) => {
    if (ask.openid === '') return sayNo(40003, 'invalid openid')
    if (ask.media_type !== 1 && ask.media_type !== 2) return sayNo(40004, 'invalid media type')
    const trace_id = newTraceId()
    later(mediaEvent(trace_id, suggestOf(ask.media_url), appId, now))
    return say({ trace_id })
  })

const suggestOf = (url: string): Suggest => {
  const name = new URL(url).pathname
  return name.includes('risky') ? 'risky' : name.includes('review') ? 'review' : 'pass'
}

const mediaEvent = (trace_id: string, suggest: Suggest, appid: string, now: EpochMs) => {
  const label = suggest === 'pass' ? 100 : suggest === 'risky' ? 20002 : 21000
  return {
    ToUserName: 'gh_standin00000',
    FromUserName: 'o-wechat-content-check',
    CreateTime: Math.floor(now / SECOND),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id,
    version: 2,
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
  } as const
}
export type MediaEvent = ReturnType<typeof mediaEvent>

const newTraceId = () => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
