import { View } from '@tarojs/components'
import { tap } from '@/ui/tap'
import './edit.scss'

type Props<K extends string> = {
  readonly items: readonly { readonly key: K; readonly text: string }[]
  readonly on: K | null
  readonly onPick: (key: K) => void
}

/** One of a few, each a thumb high. */
export const Picks = <K extends string>({ items, on, onPick }: Props<K>) => (
  <View className="picks">
    {items.map(({ key, text }) => (
      <View
        key={key}
        className={key === on ? 'pick pick-on' : 'pick'}
        {...tap(() => onPick(key), undefined, { role: 'radio', isOn: key === on })}
      >
        {text}
      </View>
    ))}
  </View>
)
