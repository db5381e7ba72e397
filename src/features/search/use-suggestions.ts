import { useEffect, useState } from 'react'
import { read } from '@/platform/call'

/** A finger between two letters is quicker than this. */
const QUIET = 180

/** What `text` may become; nothing typed yet: what people look for. The words stay in sight until the next ones are there. */
export const useSuggestions = (text: string): readonly string[] => {
  const [words, setWords] = useState<readonly string[]>([])
  useEffect(() => {
    let isLate = false
    const ask = async () => {
      const answer = await read('catalog', 'suggest', { text: text.trim() })
      if (answer.ok && !isLate) setWords(answer.data.suggestions)
    }
    const timer = setTimeout(() => void ask(), text ? QUIET : 0)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [text])
  return words
}
