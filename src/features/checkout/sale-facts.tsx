import { View } from '@tarojs/components'
import type { CheckoutSale } from '@/contract/order'
import type { SaleRefusal } from '@/contract/sale'
import type { Refusal } from '@/domain/result'
import { go } from '@/platform/navigate'
import { EmptyState } from '@/ui/empty-state'
import { momentText } from '@/ui/moment-text'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { copy, refused } from './copy'
import './checkout.scss'

const words = copy.sale

/** What is agreed with a group sale before anything is paid. */
export const SaleFacts = ({ sale }: { readonly sale: CheckoutSale }) => {
  const now = usePhone().now()
  const { title, endsAt, handOverFromAt, hasTiers, forName } = sale
  return (
    <Hint icon="people" tone="leaf" className="checkout-group">
      <View className="b">{forName ? words.forName(forName, title) : words.head(title)}</View>
      <View>{words.handOver(momentText(handOverFromAt, now))}</View>
      <View>{words.until(momentText(endsAt, now))}</View>
      {hasTiers && <View>{words.tiers}</View>}
    </Hint>
  )
}

export const isAboutSale = (code: string): code is SaleRefusal['code'] =>
  code.startsWith('sale.') || code.startsWith('draft.')

/** Somebody was faster, or time was up: nothing was placed, and the sale itself says what there still is. */
export const SaleRefused = ({ refusal }: { readonly refusal: Refusal }) => (
  <EmptyState title={refused[(refusal as SaleRefusal).code]} note={copy.safeNote} action={words.back} onTap={go.back} />
)
