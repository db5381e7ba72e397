/** A quote that explains itself: its steps and its unused rules as rows to be read downwards. */
import type { DeliveryKind } from '@/domain/order/fulfilment'
import type { SkuId } from '@/domain/ids'
import { fen, yuanText } from '@/domain/money'
import type { Quote, QuoteStep, UnitPriceStepKind, UnusedRule, Why } from '@/domain/pricing/quote'
import type { EpochMs } from '@/domain/time'
import { beginsText, dayName, discountName, endsText, namedOffer, tagYuan } from '@/ui/coupon-words'
import type { QuoteRow } from '@/ui/quote-list'
import { dealText, quoteCopy as words, stepIcon, unitPriceWords, unusedName, unusedWords } from './quote-copy'

/** What a quote doesn't know itself. `now` is left out where it is history: then nobody is told what ends tonight. */
export type About = {
  readonly deliveryKind: DeliveryKind
  readonly titles: ReadonlyMap<SkuId, string>
  readonly now?: EpochMs
}

export type UnusedRow = {
  readonly key: string
  readonly title: string
  readonly missing: string
  readonly why: string
}

export const titlesOf = (lines: readonly { readonly skuId: SkuId; readonly title: string }[]): About['titles'] =>
  new Map(lines.map(({ skuId, title }) => [skuId, title]))

export const quoteRows = (quote: Quote, about: About): QuoteRow[] =>
  quote.steps.map((step) => rowOf(step, quote, about))

/** `−¥3.80`, `¥127.00`. */
const signedYuan = (amount: number): string => `${amount < 0 ? '−' : ''}¥${yuanText(fen(Math.abs(amount)))}`

const row = (icon: QuoteRow['icon'], title: string, note: string | null, step: QuoteStep): QuoteRow => ({
  key: 'id' in step ? step.id : step.kind,
  icon,
  title,
  ...(note ? { note } : {}),
  amount: signedYuan(step.amountFen),
  kind: step.kind === 'goods' || step.kind === 'delivery' || step.amountFen > 0 ? 'base' : 'saved',
})

const rowOf = (step: QuoteStep, quote: Quote, about: About): QuoteRow => {
  switch (step.kind) {
    case 'goods':
      return row(stepIcon.goods, words.goods, words.pieces(step.pieces), step)
    case 'member-price':
    case 'group-price':
    case 'flash-price':
    case 'community-price': {
      const { icon, title } = unitPriceWords[step.kind]
      return row(icon, title, unitNote(step.kind, step.pieces, quote, about), step)
    }
    case 'line-promotion': {
      const [only, ...others] = step.skuIds
      const title = only && others.length === 0 ? (about.titles.get(only) ?? null) : null
      return row(stepIcon[step.kind], step.name, words.deal(dealText(step.deal), step.pieces, title), step)
    }
    case 'order-promotion': {
      const next = worthTelling(step.next)
      return row(stepIcon[step.kind], step.name, joined(words.reached(yuanText(step.baseFen)), next), step)
    }
    case 'coupon':
    case 'delivery-coupon': {
      const reached = step.thresholdFen > 0 ? words.reached(yuanText(step.baseFen)) : null
      const ends = about.now === undefined ? null : endsText(step.expiresAt, about.now)
      return row(stepIcon[step.kind], namedOffer(step), joined(reached, ends), step)
    }
    case 'points':
      return row(stepIcon.points, words.points(step.points), words.pointsRate, step)
    case 'price-change':
      return row(stepIcon[step.kind], words.change, null, step)
    case 'delivery': {
      const drawn = row(
        stepIcon.delivery,
        about.deliveryKind === 'pickup' ? words.pickup : words.delivery,
        feeNote(step),
        step,
      )
      return step.amountFen === 0 ? { ...drawn, amount: words.free } : drawn
    }
    default:
      return step satisfies never
  }
}

const joined = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ')

type OrderStep = Extract<QuoteStep, { kind: 'order-promotion' }>

/** The next tier is told only where it gives at least what it asks for: nobody is talked into a second basket. */
const worthTelling = (next: OrderStep['next']): string | null =>
  next && next.missingFen <= next.offFen ? words.next(yuanText(next.missingFen), yuanText(next.offFen)) : null

/** One kind of goods is told from price to price; of more, only how many. */
const unitNote = (kind: UnitPriceStepKind, pieces: number, { lines }: Quote, { titles }: About): string => {
  const [only, ...others] = lines.filter(({ unitPriceRule }) => `${unitPriceRule}-price` === kind)
  if (!only || others.length > 0) return words.unitOfMany(pieces, unitPriceWords[kind].title)
  const [was, now] = [yuanText(only.originalUnitFen), yuanText(only.unitPriceFen)]
  return words.unitOf(titles.get(only.skuId) ?? '', was, now, only.quantity)
}

const feeNote = (step: Extract<QuoteStep, { kind: 'delivery' }>): string | null => {
  if (step.thresholdFen === null) return null
  const over = yuanText(step.thresholdFen)
  return step.missingFen === null ? words.freeOver(over) : words.freeMissing(over, yuanText(step.missingFen))
}

/** What was not used, the closest first, as the quote lists it. */
export const unusedRows = (quote: Quote, now?: EpochMs): UnusedRow[] =>
  (quote.unused ?? []).map((rule) => ({
    key: rule.kind === 'points' ? rule.kind : rule.id,
    title: rule.kind === 'points' ? unusedName.points : rule.name,
    ...whyWords(rule.why, quote, now),
  }))

/** Why a rule gave nothing, beside the quote it was left out of. */
export const whyWords = (
  why: Why,
  quote: Pick<Quote, 'steps' | 'totalFen'>,
  now?: EpochMs,
): { missing: string; why: string } => {
  switch (why.code) {
    case 'below-threshold': {
      const passed = why.passedFen ? yuanText(why.passedFen) : null
      return unusedWords[why.code](yuanText(why.missingFen), yuanText(why.baseFen), tagYuan(why.thresholdFen), passed)
    }
    case 'too-few':
      return unusedWords[why.code](why.pieces, why.missing)
    case 'no-goods':
    case 'no-fee':
      return unusedWords[why.code]()
    case 'not-together':
      return unusedWords[why.code](why.with.map((each) => discountName[each]))
    case 'after-another':
      return unusedWords[why.code](nameIn(quote, why.id))
    case 'gave-way':
      return unusedWords[why.code](nameIn(quote, why.to), yuanText(why.offFen))
    case 'not-chosen': {
      const more = why.totalFen - quote.totalFen
      return unusedWords[why.code](more, yuanText(fen(Math.abs(more))))
    }
    case 'not-yet':
      return unusedWords[why.code](beginsText(why.validFromAt, now ?? why.validFromAt))
    case 'expired':
      return unusedWords[why.code](dayName(why.expiresAt, now ?? why.expiresAt))
    case 'switched-off':
      return unusedWords[why.code](why.points, yuanText(why.offFen))
    default:
      return why satisfies never
  }
}

/** What a rule that was used is called. */
const nameIn = ({ steps }: Pick<Quote, 'steps'>, id: Extract<UnusedRule, { id: unknown }>['id']): string | null => {
  for (const step of steps) if ('name' in step && step.id === id) return step.name
  return null
}

/** Under a line of goods: which rule made its price. */
export const priceReason = (quote: Quote, skuId: SkuId): string | null => {
  const line = quote.lines.find((each) => each.skuId === skuId)
  if (!line) return null
  const promotion = line.parts?.find((part) => part.by === 'line')
  const named = promotion && 'id' in promotion ? nameIn(quote, promotion.id) : null
  return named ?? (line.unitPriceRule === 'sale' ? null : unitPriceWords[`${line.unitPriceRule}-price`].title)
}
