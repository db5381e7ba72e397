import { View } from '@tarojs/components'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { useSuggestions } from './use-suggestions'

type Props = { readonly text: string; readonly onChoose: (word: string) => void }

/** Completions of what is being typed; what was typed itself stands first. */
export const WhileTyping = ({ text, onChoose }: Props) => {
  const typed = text.trim()
  const words = useSuggestions(text)
  return (
    <View className="guesses">
      {[typed, ...words.filter((word) => word !== typed)].map((word) => (
        <View className="guess" key={word} {...tap(() => onChoose(word), copy.look(word))}>
          <Icon name="search" size={17} className="guess-sign" />
          <View className="grow cut">{word}</View>
          <Icon name="forward" size={14} className="guess-sign" />
        </View>
      ))}
    </View>
  )
}
