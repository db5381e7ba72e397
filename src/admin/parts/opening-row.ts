/** A table row that opens something. What has a click of its own in it (a button, a checkbox, a question laid over the page) keeps it. */
import type { KeyboardEvent, MouseEvent } from 'react'

const CONTROLS = 'a, button, input, label, .ant-table-selection-column'

const isBeside = ({ target, currentTarget }: MouseEvent<HTMLElement>): boolean =>
  target instanceof Element && currentTarget.contains(target) && target.closest(CONTROLS) === null

/** For a row with a button that opens the same: the mouse may miss it, the keyboard stops at the button. */
export const opensByClick = (open: () => void) => ({
  style: { cursor: 'pointer' },
  onClick: (event: MouseEvent<HTMLElement>) => {
    if (isBeside(event)) open()
  },
})

/** For a row that is the only way in: the keyboard stops at it, Enter opens. */
export const opensItself = (open: () => void) => ({
  ...opensByClick(open),
  tabIndex: 0,
  onKeyDown: ({ key, target, currentTarget }: KeyboardEvent<HTMLElement>) => {
    if (key === 'Enter' && target === currentTarget) open()
  },
})
