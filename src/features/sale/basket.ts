/** What somebody is about to order in a sale: quantities by SKU, never more than is left. Kept while the page is open. */
import type { SaleLineView } from '@/contract/sale'
import type { SkuId } from '@/domain/ids'
import { addFen, timesFen, ZERO, type Fen } from '@/domain/money'

export type Basket = Readonly<Partial<Record<SkuId, number>>>

/** The most of a line that one person may take now. */
export const mostOf = ({ left, leftForYou }: Pick<SaleLineView, 'left' | 'leftForYou'>): number =>
  Math.min(left, leftForYou ?? left)

export const withQuantity = (basket: Basket, line: SaleLineView, quantity: number): Basket => {
  const { [line.skuId]: _, ...rest } = basket
  const kept = Math.max(0, Math.min(quantity, mostOf(line)))
  return kept === 0 ? rest : { ...rest, [line.skuId]: kept }
}

export type Chosen = { readonly line: SaleLineView; readonly quantity: number }

/** In the order of the sale; what somebody else took meanwhile shrinks it. */
export const chosenOf = (basket: Basket, lines: readonly SaleLineView[]): Chosen[] =>
  lines.flatMap((line) => {
    const quantity = Math.min(basket[line.skuId] ?? 0, mostOf(line))
    return quantity > 0 ? [{ line, quantity }] : []
  })

/** At the prices of now; the checkout says the exact total. */
export const totalOf = (chosen: readonly Chosen[]): Fen =>
  addFen(ZERO, ...chosen.map(({ line, quantity }) => timesFen(line.priceFen, quantity)))
