import { ScrollView, Text, View } from '@tarojs/components'
import { tap } from './tap'
import './segment.scss'

type Tab<K extends string> = { readonly key: K; readonly text: string; readonly count?: number }
type Props<K extends string> = {
  readonly tabs: readonly Tab<K>[]
  readonly on: K
  readonly onChange: (key: K) => void
  /** Shares the width; otherwise the tabs scroll sideways. */
  readonly isEven?: boolean
}

/** One of several views of the same thing. Of many, the chosen one is never out of sight: it follows the end of the one before it. */
export const Segment = <K extends string>({ tabs, on, onChange, isEven = false }: Props<K>) => (
  <ScrollView
    className={isEven ? 'segment segment-even' : 'segment'}
    scrollX={!isEven}
    {...(isEven ? {} : { scrollIntoView: tabId(tabs[Math.max(0, tabs.findIndex(({ key }) => key === on) - 1)]?.key) })}
    enhanced
    showScrollbar={false}
  >
    <View className="segment-row">
      {tabs.map(({ key, text, count }) => (
        <View
          key={key}
          id={tabId(key)}
          className={key === on ? 'segment-tab segment-on' : 'segment-tab'}
          {...tap(() => onChange(key), undefined, { role: 'tab', isOn: key === on })}
        >
          {text}
          {count ? <Text className="segment-count">{count}</Text> : null}
        </View>
      ))}
    </View>
  </ScrollView>
)

const tabId = (key = ''): string => `tab-${key}`
