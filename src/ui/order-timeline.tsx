import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { Chip } from './chip'
import './order-timeline.scss'

export type AxisState = { readonly name: string; readonly state: string; readonly look: 'now' | 'done' | 'plain' }

/** Trade, money and goods of an order, side by side. */
export const OrderAxes = ({ axes }: { readonly axes: readonly AxisState[] }) => (
  <View className="axes">
    {axes.map(({ name, state, look }) => (
      <View className={`axis axis-${look}`} key={name}>
        <View className="n1">{name}</View>
        <View className="axis-state">{state}</View>
      </View>
    ))}
  </View>
)

export type TimelineStep = {
  readonly key: string
  /** `09:42`, `现在`, `7 天内` */
  readonly time: string
  readonly title: string
  readonly axis?: string
  readonly note?: ReactNode
  readonly when: 'past' | 'now' | 'next'
}

/** One line of time: what happened, where it stands, what comes; each step carries its axis. */
export const OrderTimeline = ({ steps }: { readonly steps: readonly TimelineStep[] }) => (
  <View>
    {steps.map((step) => (
      <View className={`timeline-row timeline-${step.when}`} key={step.key}>
        <View className="timeline-time">{step.time}</View>
        <View className="timeline-dot" />
        <View className="timeline-words">
          <Text className="timeline-title">{step.title}</Text>
          {step.axis && (
            <Chip isSmall tone={step.when === 'now' ? 'accent' : 'plain'}>
              {step.axis}
            </Chip>
          )}
          {step.note && <View className="n1">{step.note}</View>}
        </View>
      </View>
    ))}
  </View>
)
