type State = { readonly role?: 'button' | 'link' | 'radio' | 'tab' | 'switch' | 'checkbox'; readonly isOn?: boolean }
type Stoppable = { stopPropagation: () => void }

const isWeb = process.env.TARO_ENV === 'h5'

const spokenState = ({ role, isOn }: State) =>
  isOn === undefined ? {} : { [role === 'tab' || role === 'radio' ? 'aria-selected' : 'aria-checked']: String(isOn) }

/**
 * Props that make a View a control for fingers, keyboards and screen readers. The tap stays here: a control inside a
 * tappable card does not open the card. Without `onTap` it reads as switched off. Omit `label` where the text says it all.
 */
export const tap = (onTap: (() => void) | undefined, label?: string, state: State = {}) => {
  const act = (event: Stoppable) => {
    event.stopPropagation()
    onTap?.()
  }
  const spoken = {
    ...(label ? { 'aria-label': label } : {}),
    ...spokenState(state),
    ...(onTap ? {} : { 'aria-disabled': 'true' }),
  }
  const role = state.role ?? 'button'
  if (!isWeb) return { 'aria-role': role, ...spoken, onClick: act }
  return {
    role,
    tabIndex: onTap ? 0 : -1,
    ...spoken,
    onClick: act,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') act(event)
    },
  }
}
