import { useState } from 'react'
import { View } from '@tarojs/components'
import { Icon } from '@/ui/icon'
import { notify } from '@/ui/notice'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { forgetSearches, searches } from './history'
import { useSuggestions } from './use-suggestions'

type Choose = { readonly onChoose: (word: string) => void }

/** Before anything is typed: what one looked for, what others look for. */
export const BeforeSearch = ({ onChoose }: Choose) => {
  const [history, setHistory] = useState(searches)
  const popular = useSuggestions('')
  const clear = () => {
    setHistory(forgetSearches())
    notify(copy.cleared)
  }
  return (
    <>
      {history.length > 0 && (
        <View className="words">
          <View className="row sp">
            <View className="h">{copy.history}</View>
            <View className="words-clear" {...tap(clear, copy.clearLabel)}>
              <Icon name="trash" size={16} />
              {copy.clear}
            </View>
          </View>
          <Words words={history} onChoose={onChoose} />
        </View>
      )}
      {popular.length > 0 && (
        <View className="words">
          <View className="h">{copy.popular}</View>
          <Words words={popular} onChoose={onChoose} />
        </View>
      )}
    </>
  )
}

const Words = ({ words, onChoose }: Choose & { readonly words: readonly string[] }) => (
  <View className="words-all">
    {words.map((word) => (
      <View className="word" key={word} {...tap(() => onChoose(word), copy.look(word))}>
        <View className="word-name cut">{word}</View>
      </View>
    ))}
  </View>
)
