import { View } from '@tarojs/components'
import type { AskMoment } from '@/domain/message/ask'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { askText, copy } from './ask-copy'
import { useAsk } from './use-ask'
import './ask-row.scss'

/** A quiet row that asks; nothing pops up by itself, and after a no it is gone for a month. */
export const AskRow = ({ moment }: { readonly moment: AskMoment }) => {
  const { is, ask } = useAsk(moment)
  if (is !== 'open' && is !== 'yes') return null
  return (
    <Card>
      <View className="ask-row">
        <Icon name={is === 'yes' ? 'check' : 'bell'} size={22} className="leafy" />
        <View className="grow">
          <View className="b">{is === 'yes' ? copy.done : askText[moment]}</View>
          {is === 'open' && <View className="n1">{copy.note}</View>}
        </View>
        {is === 'open' && (
          <Button isSmall kind="line" label={askText[moment]} onTap={ask}>
            {copy.yes}
          </Button>
        )}
      </View>
    </Card>
  )
}
