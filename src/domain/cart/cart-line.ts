/** One line of a cart as it stands now: what it costs this member, whether it can still be bought, what changed meanwhile. */
import type { FlashOffer } from '../flash/buy'
import { addFen, minFen, subtractFen, timesFen, ZERO, type Fen } from '../money'
import { unitPrice, type Level } from '../pricing/unit-price'
import { ok, refuse, type Result } from '../result'

/** A number that a screen can show; what lies above is the shop's own business. */
const MOST_PIECES = 99
export const MOST_LINES = 100

export type SkuState = {
  readonly priceFen: Fen
  readonly memberPriceFen: Fen | null
  /** Product and SKU are both on sale. */
  readonly isOn: boolean
  readonly available: number
}
export type LineState = SkuState & {
  readonly quantity: number
  readonly isSelected: boolean
  /** What a unit cost this member when it was put in. */
  readonly addedPriceFen: Fen
  /** The flash sale that runs for it, if any. */
  readonly flash?: FlashOffer | null
}

/** Why a line can't be ordered as it is. */
export type Flaw = 'off' | 'sold-out' | 'short'

export type JudgedLine = {
  readonly flaw: Flaw | null
  readonly unitPriceFen: Fen
  readonly originalUnitFen: Fen
  /** Kept only where it is the better price; then the line has it up to `most` pieces, and past them none of them does. */
  readonly flash: (FlashOffer & { readonly usualFen: Fen }) | null
  /** Capped at 99. */
  readonly available: number
  /** Of the usual price: negative if it is cheaper now, null if unchanged. A flash sale comes and goes and changes nothing here. */
  readonly changedByFen: Fen | null
}

export const buyable = ({ available }: SkuState): number => Math.max(0, Math.min(MOST_PIECES, available))

const flawOf = (line: LineState): Flaw | null => {
  if (!line.isOn) return 'off'
  if (line.available <= 0) return 'sold-out'
  return line.quantity > line.available ? 'short' : null
}

export const judgeLine = (line: LineState, level: Level): JudgedLine => {
  const usualFen = unitPrice(line, level).unitPriceFen
  const flash = line.flash && line.flash.priceFen < usualFen ? { ...line.flash, usualFen } : null
  const changedByFen = subtractFen(usualFen, line.addedPriceFen)
  return {
    flaw: flawOf(line),
    unitPriceFen: flash && line.quantity <= flash.most ? flash.priceFen : usualFen,
    originalUnitFen: line.priceFen,
    flash,
    available: buyable(line),
    changedByFen: changedByFen === 0 ? null : changedByFen,
  }
}

export type LineRefusal =
  { code: 'sku.off' } | { code: 'sku.short'; available: number } | { code: 'cart.full'; limit: number }

/** Whether a line may hold `quantity` pieces in all; `otherLines` counts the lines beside it. */
export const mayHold = (sku: SkuState, quantity: number, otherLines: number): Result<number, LineRefusal> => {
  if (!sku.isOn) return refuse({ code: 'sku.off' })
  if (quantity > buyable(sku)) return refuse({ code: 'sku.short', available: buyable(sku) })
  return otherLines < MOST_LINES ? ok(quantity) : refuse({ code: 'cart.full', limit: MOST_LINES })
}

export type CartTotals = { readonly goodsFen: Fen; readonly savedFen: Fen; readonly selectedCount: number }

/** Of the lines that are selected and sound; delivery comes later. */
export const totalLines = (lines: readonly (LineState & JudgedLine)[]): CartTotals => {
  const counted = lines.filter((line) => line.isSelected && line.flaw === null)
  return {
    goodsFen: addFen(...counted.map((line) => timesFen(line.unitPriceFen, line.quantity))),
    savedFen: addFen(
      ...counted.map((line) => timesFen(subtractFen(line.originalUnitFen, line.unitPriceFen), line.quantity)),
    ),
    selectedCount: counted.reduce((sum, line) => sum + line.quantity, 0),
  }
}

/** What is missing to `thresholdFen`, zero once it is reached. */
export const missingTo = (thresholdFen: Fen, goodsFen: Fen): Fen =>
  subtractFen(thresholdFen, minFen(thresholdFen, goodsFen < 0 ? ZERO : goodsFen))
