/** One field for the whole shop: type, then choose where to look. ⌘K or Ctrl+K brings it up from anywhere. */
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { useCan } from '../cloud/session'
import { Icon } from '../parts/icon'
import { copy } from './copy'

export const Search = () => {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const go = useNavigate()
  const can = useCan()
  const words = text.trim()
  const places = [
    { path: '/orders', label: copy.searchOrders(words), isOpen: can('order.read') },
    { path: '/products', label: copy.searchProducts(words), isOpen: can('product.read') },
  ].filter(({ isOpen }) => isOpen)

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const look = (place: number): void => {
    const target = places[place]
    if (!words || !target) return
    setText('')
    field.current?.blur()
    void go(`${target.path}?text=${encodeURIComponent(words)}`)
  }

  return (
    <form
      role="search"
      className="search"
      onSubmit={(event) => {
        event.preventDefault()
        look(chosen)
      }}
    >
      <Icon name="search" size={14} />
      <input
        ref={field}
        value={text}
        maxLength={40}
        placeholder={copy.search}
        aria-label={copy.search}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setText('')
          if (key === 'ArrowDown') setChosen(Math.min(chosen + 1, places.length - 1))
          if (key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0))
        }}
      />
      <kbd>{copy.searchKey}</kbd>
      {words && (
        <div className="search__places">
          {places.map(({ path, label }, place) => (
            <button
              key={path}
              type="button"
              className={place === chosen ? 'is-chosen' : ''}
              onClick={() => look(place)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </form>
  )
}
