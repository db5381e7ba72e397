/** What a group sale's card says. Everything stays true for as long as the picture is handed on: no 明天, no countdown. */
import type { SaleState } from '@/domain/sale/sale'
import { shopClock, type EpochMs } from '@/domain/time'
import type { Fen } from '@/domain/money'
import type { GroupCardWords } from './group-card-words'
import { plainWords } from './plain-words'
import { priceWords, type PriceWords } from './price-words'

export type SaleCardStory = {
  readonly state: SaleState
  readonly title: string
  readonly community: string | null
  readonly storeName: string
  readonly endsAt: EpochMs
  readonly handOverFromAt: EpochMs
  /** Fetched by the neighbours, not brought by a courier. */
  readonly isFetched: boolean
  readonly people: number
  readonly lines: number
  readonly priceFromFen: Fen
  readonly isFrom: boolean
}

export type SaleCardWords = Pick<GroupCardWords, 'headline' | 'mood'> & {
  /** Whose sale, and how many goods. */
  readonly whose: string
  readonly title: string
  readonly second: string
  readonly price: PriceWords
  /** Until when, over the price. */
  readonly until: string
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** `11月23日 周一 17:30`: a card may be opened days later, so the day has its date. */
const dayAndHour = (at: EpochMs): string => {
  const { month, day, weekday, hour, minute } = shopClock(at)
  return `${month}月${day}日 ${WEEKDAYS[weekday] ?? ''} ${hour}:${String(minute).padStart(2, '0')}`
}
const dayOnly = (at: EpochMs): string => {
  const { month, day, hour, minute } = shopClock(at)
  return `${month}月${day}日 ${hour}:${String(minute).padStart(2, '0')} 截单`
}

export const saleCardWords = (story: SaleCardStory): SaleCardWords => {
  const store = plainWords(story.storeName)
  const whose = plainWords(story.community ?? '') || store
  const isOpen = story.state === 'open'
  return {
    ...headlineOf(story),
    whose: `${whose} · ${story.lines} 样好货`,
    title: plainWords(story.title) || store,
    second: `${dayAndHour(story.handOverFromAt)} ${story.isFetched ? '取货' : '送到家'}`,
    price: priceWords(story.priceFromFen),
    until: isOpen ? dayOnly(story.endsAt) : '',
  }
}

const headlineOf = ({ state, people }: SaleCardStory): Pick<GroupCardWords, 'headline' | 'mood'> => {
  if (state === 'cancelled') return { headline: ['这次接龙取消了', '', ''], mood: 'over' }
  if (state !== 'open') return { headline: [people > 0 ? `${people} 位邻居接好了` : '已经截单', '', ''], mood: 'done' }
  if (people === 0) return { headline: ['开团了，来接龙', '', ''], mood: 'open' }
  return { headline: ['已有', String(people), '位邻居接龙'], mood: 'open' }
}
