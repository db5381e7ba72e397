/** At which moments a member is asked whether the shop may tell them, and for what. Never at the start, never twice in a row. */
import type { EpochMs } from '../time'
import type { MessageTemplate, MessageTopic } from './kinds'
import { mayAsk, noPermit, type Permit } from './permit'

/** `community-joined` is any look at a community one is in, `coupon-claimed` is any moment at which they look at coupons of their own, `leading` one at which a leader's work begins: asked to be one, opened a sale. */
export const askMoments = [
  'paid',
  'paid-express',
  'paid-pickup',
  'group-joined',
  'sale-joined',
  'community-joined',
  'coupon-claimed',
  'leading',
] as const
export type AskMoment = (typeof askMoments)[number]

/** What is worth hearing after it; the first is what the row promises. WeChat shows at most five, we ask for at most three. */
const worth = {
  paid: ['shipped', 'refund'],
  'paid-express': ['shipped', 'refund'],
  'paid-pickup': ['ready', 'refund'],
  'group-joined': ['group', 'refund'],
  'sale-joined': ['sale', 'ready', 'refund'],
  'community-joined': ['opening'],
  'coupon-claimed': ['coupon'],
  leading: ['leader'],
} as const satisfies Record<AskMoment, readonly MessageTemplate[]>

export const templatesOfTopic = {
  order: ['shipped', 'ready'],
  group: ['group'],
  sale: ['sale', 'opening'],
  refund: ['refund'],
  coupon: ['coupon'],
  leader: ['leader'],
} as const satisfies Record<MessageTopic, readonly MessageTemplate[]>

export type AskFacts = {
  readonly permits: Readonly<Partial<Record<MessageTemplate, Permit>>>
  readonly muted: readonly MessageTopic[]
  /** Those that the shop has with WeChat. */
  readonly known: readonly MessageTemplate[]
  /** WeChat's own card tells of parcels, so nobody is asked about them. */
  readonly hasCards: boolean
}

/** What to ask for at this moment; nothing where asking would be nagging, or what the row promises can't be asked for. */
export const templatesToAsk = (moment: AskMoment, facts: AskFacts, now: EpochMs): MessageTemplate[] => {
  const muted = new Set<MessageTemplate>(facts.muted.flatMap((topic) => templatesOfTopic[topic]))
  if (moment === 'paid-express' && facts.hasCards) return []
  const templates: readonly MessageTemplate[] = worth[moment]
  const open = templates.filter(
    (template) =>
      facts.known.includes(template) && !muted.has(template) && mayAsk(facts.permits[template] ?? noPermit, now),
  )
  return open[0] === templates[0] ? open : []
}
