/** The chain as text to paste into the chat, in the words of this shop. */
import type { ChainEntryView, SaleView } from '@/contract/sale'
import type { OrderId } from '@/domain/ids'
import { chainText } from '@/domain/sale/chain'
import type { EpochMs } from '@/domain/time'
import { momentText } from '@/ui/moment-text'
import { copy } from './copy'

type Sale = Pick<SaleView, 'title' | 'endsAt' | 'pickupPoints'>

/** `entries` are all paid ones, oldest first; `url` leads back to the sale. */
export const textOf = (
  sale: Sale,
  entries: readonly ChainEntryView[],
  totals: SaleView['totals'],
  url: string,
  now: EpochMs,
): string => {
  const place = sale.pickupPoints[0]?.name ?? copy.place.courier
  const said = entries.map(({ number, name, text, isPending }) => ({
    orderId: '' as OrderId,
    number,
    isPending,
    name,
    text,
  }))
  return chainText(said, totals, {
    head: copy.words.head(sale.title, copy.until(momentText(sale.endsAt, now)), place),
    skipped: copy.words.skipped,
    totals: copy.words.totals,
    join: copy.words.join(url),
  })
}
