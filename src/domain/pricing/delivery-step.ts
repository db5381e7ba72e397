/** Step 6 of the calculation: the delivery fee, by template, on what the goods cost after every discount. */
import { deliveryFee, type DeliveryFee, type DeliveryTemplate, type Region } from '../delivery/template'
import { addFen, ZERO, type Fen } from '../money'
import type { QuoteStep } from './quote'

export type Delivery =
  | { readonly kind: 'pickup' }
  | {
      readonly kind: 'local' | 'express'
      readonly region: Region
      /**
       * Template of each line, in the order of the lines; lines that share one are charged together. Shared means the same id,
       * because a basket that came over the wire has a copy for every line; without an id, the same object.
       */
      readonly templates: readonly (DeliveryTemplate & { readonly id?: string })[]
    }

type DeliveryStep = Extract<QuoteStep, { kind: 'delivery' }>

const PICKUP: DeliveryStep = { kind: 'delivery', amountFen: ZERO, rule: 'pickup', thresholdFen: null, missingFen: null }

/** The step, or null where a line's template does not reach the region. What is missing is told only where one template counts. */
export const deliveryStep = (delivery: Delivery, lineFen: readonly Fen[]): DeliveryStep | null => {
  if (delivery.kind === 'pickup') return PICKUP
  const parcels = new Map<unknown, { template: DeliveryTemplate; goodsFen: Fen }>()
  delivery.templates.forEach((template, line) => {
    const key = template.id ?? template
    const before = parcels.get(key)?.goodsFen ?? ZERO
    parcels.set(key, { template, goodsFen: addFen(before, lineFen[line] ?? ZERO) })
  })
  const fees: DeliveryFee[] = []
  for (const { template, goodsFen } of parcels.values()) {
    const fee = deliveryFee(template, delivery.region, goodsFen)
    if (!fee) return null
    fees.push(fee)
  }
  const amountFen = addFen(...fees.map((f) => f.feeFen))
  const only = fees.length === 1 ? fees[0] : undefined
  return {
    kind: 'delivery',
    amountFen,
    rule: amountFen === 0 && fees.some((f) => f.thresholdFen !== null) ? 'free-over' : 'template',
    thresholdFen: only?.thresholdFen ?? null,
    missingFen: only?.missingFen ?? null,
  }
}
