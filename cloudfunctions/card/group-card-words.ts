/** What a group's card says in each state. Everything stays true for as long as the state does: no 明天, no countdown. */
import { minuteText, shopClock, dayText, type EpochMs } from '@/domain/time'
import type { GroupState } from '@/domain/group-buy/group'

export type GroupCardState = Exclude<GroupState, 'forming'>

export type GroupCardStory = {
  readonly state: GroupCardState
  readonly size: number
  /** Declared beforehand: so many are enough when time is up. */
  readonly minSize: number | null
  /** People with a paid seat, or who had one when time was up. */
  readonly members: number
  readonly deadlineAt: EpochMs | null
  readonly filledAt: EpochMs | null
}

export type GroupCardWords = {
  /** Set in three pieces where a number stands out in the middle. */
  readonly headline: readonly [before: string, figure: string, after: string]
  readonly mood: 'open' | 'done' | 'over'
  /** How many there are, and until when. */
  readonly count: string
  readonly moment: string
  /** Under the product's name; empty where nothing is promised any more. */
  readonly promise: string
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** `今晚 21:13` on the day itself, else `周一 9:42`: a group lives a day at most, so a weekday is never another week's. */
export const momentWords = (at: EpochMs, now: EpochMs): string => {
  const { hour, minute, weekday } = shopClock(at)
  const clock = `${hour}:${String(minute).padStart(2, '0')}`
  if (dayText(at) !== dayText(now)) return `${WEEKDAYS[weekday] ?? ''} ${clock}`
  return `${hour >= 18 ? '今晚' : hour >= 5 && hour < 11 ? '今早' : '今天'} ${clock}`
}

const REFUND = '没拼成全额退'

const openPromise = ({ minSize, members }: GroupCardStory): string => {
  if (minSize === null) return REFUND
  return members >= minSize ? `已满 ${minSize} 人，到点也成` : `到点满 ${minSize} 人也成 · ${REFUND}`
}

export const groupCardWords = (story: GroupCardStory, now: EpochMs): GroupCardWords => {
  const { state, size, members, deadlineAt, filledAt } = story
  switch (state) {
    case 'open':
      return {
        headline: ['还差', String(size - members), '人就成团'],
        mood: 'open',
        count: `当前 ${members} / ${size} 人`,
        moment: deadlineAt === null ? '' : `${momentWords(deadlineAt, now)} 前`,
        promise: openPromise(story),
      }
    case 'full':
    case 'fulfilled':
      return {
        headline: ['拼成了', '', ''],
        mood: 'done',
        count: `${members} 人到齐`,
        moment: filledAt === null ? '' : `${minuteText(filledAt)} 成团`,
        promise: '',
      }
    case 'expired':
    case 'refunded':
      return {
        headline: ['这团没拼成', '', ''],
        mood: 'over',
        count: `到点 ${members} / ${size} 人`,
        moment: state === 'refunded' ? '钱已原路退回' : '钱正在原路退回',
        promise: '',
      }
    case 'dropped':
      return {
        headline: ['这团散了', '', ''],
        mood: 'over',
        count: '大家都退出了',
        moment: '付过的钱原路退回',
        promise: '',
      }
    default:
      return state satisfies never
  }
}
