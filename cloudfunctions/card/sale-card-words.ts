/** What a group sale's card says. Everything stays true for as long as the picture is handed on: no 明天, no countdown. */
import type { SaleState } from '@/domain/sale/sale'
import type { EpochMs } from '@/domain/time'
import type { Fen } from '@/domain/money'
import { dayAndHour, untilWords } from './clock-words'
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

export const saleCardWords = (story: SaleCardStory): SaleCardWords => {
  const store = plainWords(story.storeName)
  const whose = plainWords(story.community ?? '') || store
  const isOpen = story.state === 'open'
  return {
    ...headlineOf(story),
    whose: `${whose} · ${story.lines} 样好货`,
    title: plainWords(story.title) || store,
    // of what was cancelled nothing is fetched
    second:
      story.state === 'cancelled'
        ? store
        : `${dayAndHour(story.handOverFromAt)} ${story.isFetched ? '取货' : '送到家'}`,
    price: priceWords(story.priceFromFen),
    until: isOpen ? untilWords(story.endsAt) : '',
  }
}

const headlineOf = ({ state, people }: SaleCardStory): Pick<GroupCardWords, 'headline' | 'mood'> => {
  if (state === 'cancelled') return { headline: ['这次接龙取消了', '', ''], mood: 'over' }
  if (state !== 'open') return { headline: [people > 0 ? `${people} 位邻居接好了` : '已经截单', '', ''], mood: 'done' }
  if (people === 0) return { headline: ['开团了，来接龙', '', ''], mood: 'open' }
  return { headline: ['已有', String(people), '位邻居接龙'], mood: 'open' }
}
