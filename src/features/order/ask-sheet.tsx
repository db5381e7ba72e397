import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'
import type { Acts } from './use-acts'

/** Are you sure, once, with what will happen. */
export const AskSheet = ({ acts }: { readonly acts: Acts }) => {
  if (!acts.asking) return null
  const words = copy.confirm[acts.asking.name]
  return (
    <Sheet
      isOpen
      onClose={() => acts.say(false)}
      title={words.title}
      foot={
        <>
          <Button kind="line" width="grow" onTap={() => acts.say(false)}>
            {words.no}
          </Button>
          <Button width="grow" onTap={() => acts.say(true)}>
            {words.yes}
          </Button>
        </>
      }
    >
      <View className="n2">{words.note}</View>
      {acts.asking.givesBack && <View className="n2 mt2">{copy.givesBack}</View>}
    </Sheet>
  )
}
