type State = { readonly role?: 'button' | 'link' | 'radio' | 'tab' | 'switch' | 'checkbox'; readonly isOn?: boolean }
type Stoppable = { stopPropagation: () => void }

const spokenState = ({ role, isOn }: State) =>
  isOn === undefined ? {} : { [role === 'tab' ? 'aria-selected' : 'aria-checked']: String(isOn) }

/**
 * Props that make a View a control for fingers, keyboards and screen readers. The tap stays here: a control inside a
 * tappable card does not open the card. Without `onTap` it reads as switched off. Omit `label` where the text says it all.
 * On the web the shell turns Enter and Space on such a View into a tap.
 */
export const tap = (onTap: (() => void) | undefined, label?: string, state: State = {}) => ({
  ...role(state.role ?? 'button'),
  ...(label ? { 'aria-label': label } : {}),
  ...spokenState(state),
  ...(process.env.TARO_ENV === 'h5' ? { tabIndex: onTap ? '0' : '-1' } : {}),
  ...(onTap ? {} : { 'aria-disabled': 'true' }),
  onClick: (event: Stoppable) => {
    event.stopPropagation()
    onTap?.()
  },
})

/** What a View is to those who listen; each platform has its own name for it. */
export const role = (name: string) => (process.env.TARO_ENV === 'h5' ? { role: name } : { 'aria-role': name })
