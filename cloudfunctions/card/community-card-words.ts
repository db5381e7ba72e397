/** What a community's card says: who leads it, how many neighbours there are, and what is open. Nobody is counted who is not there. */
import type { CommunityState } from '@/domain/community/community'
import type { Fen } from '@/domain/money'
import type { EpochMs } from '@/domain/time'
import { untilWords } from './clock-words'
import { plainWords } from './plain-words'
import { priceWords, type PriceWords } from './price-words'

/** The sale that ends first of those that neighbours can order in. */
export type RunningSale = {
  readonly title: string
  readonly endsAt: EpochMs
  readonly lines: number
  readonly priceFromFen: Fen
  readonly isFrom: boolean
}

export type CommunityCardStory = {
  readonly state: CommunityState
  readonly name: string
  readonly storeName: string
  /** As they call themselves, since they are who hands over; null where nobody leads it now. */
  readonly leaderName: string | null
  /** Everybody who is in it, its leader too. */
  readonly members: number
  readonly sale: RunningSale | null
}

export type CommunityCardWords = {
  readonly name: string
  /** Who leads it, and how many there are. */
  readonly who: string
  readonly title: string
  readonly second: string
  readonly price: PriceWords | null
  readonly isFrom: boolean
}

/** A name is a glance here. */
const LEADER_SIGNS = 12

export const communityCardWords = (story: CommunityCardStory): CommunityCardWords => {
  const store = plainWords(story.storeName)
  const leader = Array.from(plainWords(story.leaderName ?? ''))
    .slice(0, LEADER_SIGNS)
    .join('')
  return {
    name: plainWords(story.name) || store,
    who: [leader, story.members > 0 ? `${story.members} 位邻居` : '等第一位邻居'].filter(Boolean).join(' · '),
    ...footOf(story),
  }
}

const footOf = ({ state, sale }: CommunityCardStory): Omit<CommunityCardWords, 'name' | 'who'> => {
  if (sale)
    return {
      title: plainWords(sale.title) || '正在接龙',
      second: `${untilWords(sale.endsAt)} · ${sale.lines} 样好货`,
      price: priceWords(sale.priceFromFen),
      isFrom: sale.isFrom,
    }
  const nothing = { price: null, isFrom: false }
  switch (state) {
    case 'active':
      return { ...nothing, title: '和邻居一起买新鲜的', second: '一点就加入，随时能离开' }
    case 'paused':
      return { ...nothing, title: '团长歇一阵子', second: '加入以后，再开团就会出现在这里' }
    case 'closed':
      return { ...nothing, title: '这个社群已经关了', second: '来店里逛逛' }
    default:
      return state satisfies never
  }
}
