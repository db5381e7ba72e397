import { View } from '@tarojs/components'
import { Chip } from './chip'
import { Icon, type IconName } from './icon'
import './quote-list.scss'

export type QuoteRow = {
  readonly key: string
  readonly icon: IconName
  readonly title: string
  /** Where the number comes from. */
  readonly note?: string
  readonly amount: string
  /** `saved` takes something off, `base` adds or stands. */
  readonly kind: 'base' | 'saved'
}

/** A price that explains itself, read downwards: the original, each saving with its reason, the delivery. */
export const QuoteList = ({ rows }: { readonly rows: readonly QuoteRow[] }) => (
  <View>
    {rows.map((row) => (
      <View className={`quote quote-${row.kind}`} key={row.key}>
        <Icon name={row.icon} size={18} className="quote-icon" />
        <View>
          {row.title}
          {row.note && <View className="n1">{row.note}</View>}
        </View>
        <View className="quote-amount">{row.amount}</View>
      </View>
    ))}
  </View>
)

type UnusedProps = { readonly title: string; readonly missing: string; readonly why: string }

/** What was not applied, what it lacks, and why that would cost more. */
export const UnusedOffer = ({ title, missing, why }: UnusedProps) => (
  <View className="unused">
    <View className="row sp">
      <View className="b">{title}</View>
      <Chip tone="honey">{missing}</Chip>
    </View>
    <View className="n1 mt1">{why}</View>
  </View>
)
