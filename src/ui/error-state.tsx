import { View } from '@tarojs/components'
import { Button } from './button'
import { Card } from './card'
import { Icon } from './icon'
import { Scene } from './scene'
import './error-state.scss'

type Fact = { readonly title: string; readonly note: string }
type Props = {
  readonly title: string
  /** What happened, in a sentence. */
  readonly note: string
  /** What is safe meanwhile. */
  readonly facts?: readonly Fact[]
  readonly action?: string
  readonly onTap?: () => void
  readonly isBusy?: boolean
}

/** What happened, what is safe, and the way on. */
export const ErrorState = ({ title, note, facts = [], action = '再试一次', onTap, isBusy = false }: Props) => (
  <View>
    <Scene picture="purse" isLeaf sign="offline" title={title} note={note}>
      {onTap && (
        <Button icon="undo" isBusy={isBusy} onTap={onTap}>
          {action}
        </Button>
      )}
    </Scene>
    {facts.length > 0 && <SafeFacts facts={facts} />}
  </View>
)

const SafeFacts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <Card look="up" className="mt5">
    <View className="safe">
      {facts.map((fact) => (
        <View className="safe-row" key={fact.title}>
          <Icon name="check" className="safe-check" />
          <View className="grow">
            <View className="b">{fact.title}</View>
            <View className="n1">{fact.note}</View>
          </View>
        </View>
      ))}
    </View>
  </Card>
)
