import { useState, type ReactNode } from 'react'
import type { ProductCard } from '@/contract/views'
import { useQuery } from '@/platform/page'
import { SearchBar } from '@/ui/search-bar'
import { BeforeSearch } from './before-search'
import { copy } from './copy'
import { remember } from './history'
import { SearchResults } from './search-results'
import { WhileTyping } from './while-typing'
import './search.scss'

type Props = {
  readonly drawLine: (goods: ProductCard) => ReactNode
}

/** One field: history and what people look for, completions while typing, then what was found. */
export const SearchScreen = ({ drawLine }: Props) => {
  const { text: opened = '' } = useQuery()
  const [typed, setTyped] = useState(opened)
  const [asked, setAsked] = useState(opened.trim())

  const look = (text: string) => {
    const words = text.trim()
    if (!words || words === copy.hint) return
    remember(words)
    setTyped(words)
    setAsked(words)
  }
  const type = (text: string) => {
    setTyped(text)
    setAsked('')
  }
  return (
    <>
      <SearchBar value={typed} hint={copy.hint} onInput={type} onSubmit={look} isFocused={!opened} />
      {asked ? (
        <SearchResults key={asked} text={asked} drawLine={drawLine} />
      ) : typed.trim() ? (
        <WhileTyping text={typed} onChoose={look} />
      ) : (
        <BeforeSearch onChoose={look} />
      )}
    </>
  )
}
