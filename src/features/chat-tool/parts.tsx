/** The tool's own few parts. Those of `ui` are made for the web view: Skyline knows no `em`, no `currentColor` and no inline text. */
import type { PropsWithChildren, ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { canGoBack, goBack } from '@/platform/chat-tool'
import { measureHead } from '@/platform/capsule'
import { useLargeText } from '@/platform/large-text'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './chat-tool.scss'

type FrameProps = PropsWithChildren<{ readonly title: string; readonly dock?: ReactNode }>

/** Head, what scrolls, and the bar at the bottom: in Skyline a page itself does not scroll. */
export const Frame = ({ title, dock, children }: FrameProps) => {
  const isLarge = useLargeText(({ isLarge }) => isLarge)
  const { statusHeight, barHeight, capsuleRoom } = measureHead()
  return (
    <View className={isLarge ? 'ct ct-large' : 'ct'}>
      <View className="ct-head" style={`padding-top:${statusHeight}px`}>
        <View className="ct-bar" style={`height:${barHeight}px;padding-right:${capsuleRoom}px`}>
          {canGoBack() && (
            <View className="ct-back" {...tap(goBack, copy.back)}>
              ‹
            </View>
          )}
          <View className="ct-title">{title}</View>
        </View>
      </View>
      <ScrollView className="ct-scroll" type="list" scrollY>
        {children}
      </ScrollView>
      {dock}
    </View>
  )
}

type KeyProps = {
  readonly text: string
  readonly kind?: 'fill' | 'line'
  readonly isBusy?: boolean
  readonly onTap: () => void
}

export const Key = ({ text, kind = 'fill', isBusy = false, onTap }: KeyProps) => (
  <View className={`ct-key ct-key-${kind}${isBusy ? ' ct-busy' : ''}`} {...tap(isBusy ? undefined : onTap, text)}>
    {text}
  </View>
)

type StillProps = { readonly title: string; readonly note?: string; readonly children?: ReactNode }

/** Nothing to show, and why. */
export const Still = ({ title, note, children }: StillProps) => (
  <View className="ct-still">
    <View className="ct-strong">{title}</View>
    {note && <View className="ct-note">{note}</View>}
    {children}
  </View>
)

/** While the first answer is on its way. */
export const Bones = () => (
  <View className="ct-card">
    <View className="ct-bone" />
    <View className="ct-bone ct-bone-short" />
    <View className="ct-bone" />
  </View>
)
