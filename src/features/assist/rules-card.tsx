import { View } from '@tarojs/components'
import type { AssistCampaignView } from '@/contract/assist'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { thresholdText } from '@/ui/coupon-words'
import { copy } from './copy'
import { figureOf } from './words'
import './assist.scss'

type Props = {
  readonly campaign: AssistCampaignView
  readonly isClaiming: boolean
  readonly onInstead: () => void
}

/** All rules in the letters of everything else, and the way without friends right below them. */
export const RulesCard = ({ campaign: { rules, instead }, isClaiming, onInstead }: Props) => (
  <Card>
    <View className="h">{copy.rules}</View>
    <Rules rules={rules} />
    {instead && (
      <>
        <View className="hr" />
        <View className="row sp">
          <View className="grow">
            <View className="assist-instead">{copy.instead.title}</View>
            <View className="n1">{copy.instead.note(figureOf(instead), thresholdText(instead.thresholdFen))}</View>
          </View>
          <Button kind="line" isSmall isBusy={isClaiming} onTap={onInstead}>
            {copy.instead.claim}
          </Button>
        </View>
      </>
    )}
  </Card>
)

export const Rules = ({ rules }: { readonly rules: readonly string[] }) => (
  <View className="assist-rules">
    {rules.map((rule) => (
      <View className="assist-rule" key={rule}>
        {rule}
      </View>
    ))}
  </View>
)
