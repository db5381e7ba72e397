import { View } from '@tarojs/components'
import type { CheckoutView } from '@/contract/order'
import type { GroupRefusal } from '@/contract/group-buy'
import type { Refusal } from '@/domain/result'
import { HOUR, MINUTE } from '@/domain/time'
import { go } from '@/platform/navigate'
import { EmptyState } from '@/ui/empty-state'
import { momentText } from '@/ui/moment-text'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { copy, refused } from './copy'
import { useDraft } from './draft'
import './checkout.scss'

type Group = NonNullable<CheckoutView['group']>

/** What is agreed with the neighbours, before anything is paid. */
export const GroupFacts = ({ group: { size, minSize, missing, deadlineAt, lifeMs } }: { readonly group: Group }) => {
  const now = usePhone().now()
  const isOpening = useDraft((draft) => draft.group?.kind === 'open')
  const words = copy.group
  const when = deadlineAt
    ? words.until(momentText(deadlineAt, now))
    : lifeMs % HOUR === 0
      ? words.hours(lifeMs / HOUR)
      : words.minutes(Math.round(lifeMs / MINUTE))
  return (
    <Hint icon="people" tone="accent" className="checkout-group">
      <View className="b">{isOpening ? words.open(size) : words.join(size, missing)}</View>
      {when}
      {minSize !== null && <View>{words.atLeast(minSize)}</View>}
    </Hint>
  )
}

export const isAboutGroup = (code: string): code is GroupRefusal['code'] =>
  code.startsWith('group.') || code === 'campaign.over'

/** The seat is gone, or one has it already: nothing was paid, and there is a way on. */
export const GroupRefused = ({ refusal }: { readonly refusal: Refusal }) => {
  const about = refusal as GroupRefusal
  const mine = about.code === 'group.already-in' ? about.groupId : null
  return (
    <EmptyState
      title={refused[about.code]}
      note={copy.safeNote}
      action={mine ? copy.group.see : copy.group.back}
      onTap={() => (mine ? go.groupInstead(mine) : go.back())}
    />
  )
}
