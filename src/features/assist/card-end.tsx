import { View } from '@tarojs/components'
import type { AssistCardView } from '@/contract/assist'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { usePhone } from '@/ui/phone'
import { Ticket } from '@/ui/ticket'
import { ListRow } from '@/ui/list-row'
import { copy } from './copy'
import { rewardNote } from './words'
import './assist.scss'

type Props = {
  readonly view: AssistCardView
  readonly isClaiming: boolean
  readonly onInstead: () => void
  readonly onCentre: () => void
}

/** What is said when nothing is collected any more. Whoever did not get enough friends is offered a coupon, never another round. */
export const CardEnd = (props: Props) => {
  const { view } = props
  switch (view.state) {
    case 'collecting':
      return null
    case 'unlocked':
      return (
        <End title={copy.done.title} note={copy.done.note}>
          {copy.done.thanks(view.helpers.map(({ name }) => name).join('、'))}
        </End>
      )
    case 'voided':
      return (
        <End title={copy.voided.title} note={copy.voided.note(view.voidReason ?? '')}>
          {copy.voided.ask}
        </End>
      )
    case 'expired':
      return (
        <>
          <End title={copy.over.title(view.helpers.length, view.campaign.helpers)} note={copy.over.note} />
          <Instead {...props} />
        </>
      )
    default:
      return view.state satisfies never
  }
}

type EndProps = { readonly title: string; readonly note: string; readonly children?: string }

const End = ({ title, note, children }: EndProps) => (
  <View className="assist-end center">
    <View className="assist-title">{title}</View>
    <View className="n2 mt1">{note}</View>
    {children && <View className="n2">{children}</View>}
  </View>
)

const Instead = ({ view, isClaiming, onInstead, onCentre }: Props) => {
  const { instead } = view.campaign
  const now = usePhone().now()
  if (!instead)
    return (
      <Card look="flat">
        <ListRow icon="coupon" title={copy.over.none} onTap={onCentre} />
      </Card>
    )
  return (
    <Card>
      <View className="h assist-instead-title">{copy.over.instead}</View>
      <Ticket
        face={instead}
        note={rewardNote(instead, now)}
        look="leaf"
        act={
          <Button isSmall kind="leaf" isBusy={isClaiming} onTap={onInstead}>
            {copy.instead.claim}
          </Button>
        }
      />
    </Card>
  )
}
