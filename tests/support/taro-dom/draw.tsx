/** Draws a component into jsdom and lets a test read and tap it as a person would: by its words and labels. */
import type { ReactElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { act } from 'react'

export type Drawn = {
  readonly text: () => string
  /** The element with this `aria-label`, else the innermost one that reads exactly so. Throws if there is none. */
  readonly find: (words: string) => HTMLElement
  readonly has: (words: string) => boolean
  readonly tap: (words: string) => void
  readonly all: (selector: string) => readonly HTMLElement[]
  readonly again: (element: ReactElement) => void
}

let drawn: { root: Root; place: HTMLElement }[] = []

afterEach(() => {
  act(() => drawn.forEach(({ root }) => root.unmount()))
  drawn.forEach(({ place }) => place.remove())
  drawn = []
})

export const draw = (element: ReactElement): Drawn => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  drawn.push({ root, place })
  act(() => root.render(element))

  const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)]
  const seek = (words: string) =>
    all('[aria-label]').find((node) => node.getAttribute('aria-label') === words) ??
    all('*')
      .reverse()
      .find((node) => node.textContent === words)
  const find = (words: string) => {
    const node = seek(words)
    if (!node) throw new Error(`nothing reads 「${words}」 in 「${place.textContent}」`)
    return node
  }
  return {
    text: () => place.textContent ?? '',
    find,
    has: (words) => seek(words) !== undefined,
    tap: (words) => act(() => find(words).click()),
    all,
    again: (next) => act(() => root.render(next)),
  }
}
