import { View } from '@tarojs/components'
import { pageSaidOf } from '@/platform/said'
import { isWechat } from '@/platform/wx'
import { Card, CardHead } from '@/ui/card'
import { ErrorState } from '@/ui/error-state'
import { SwitchRow } from '@/ui/list-row'
import { SkeletonCards } from '@/ui/skeleton'
import { copy, refused, topicText } from './copy'
import type { Topics } from './use-topics'
import './message.scss'

const words = copy.mute

/** What one wants to hear of in WeChat. What is switched off still stands in the inbox. */
export const TopicsScreen = ({ topics }: { readonly topics: Topics }) => {
  const { view, trouble, isAsking, ask, setMuted } = topics
  if (!view)
    return trouble ? (
      <ErrorState {...pageSaidOf(trouble, refused)} isBusy={isAsking} onTap={() => void ask()} />
    ) : (
      <SkeletonCards count={1} />
    )
  return (
    <>
      <Card>
        <CardHead title={words.head} />
        <View className="n1 mt2">{words.note}</View>
      </Card>
      <Card look="flat">
        {view.topics.map(({ topic, isMuted, permits }) => (
          <SwitchRow
            key={topic}
            title={topicText[topic].name}
            note={!isMuted && permits > 0 ? words.left(permits) : topicText[topic].note}
            isOn={!isMuted}
            onChange={(isOn) => setMuted(topic, !isOn)}
          />
        ))}
      </Card>
      {isWechat && <View className="topics-once n1">{words.once}</View>}
    </>
  )
}
