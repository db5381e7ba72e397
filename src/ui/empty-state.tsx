import { Button } from './button'
import { Scene } from './scene'

type Props = {
  readonly title: string
  /** What would fill this place. */
  readonly note: string
  readonly action?: string
  readonly onTap?: () => void
}

/** Nothing here yet, and what to do next. */
export const EmptyState = ({ title, note, action, onTap }: Props) => (
  <Scene picture="basket" title={title} note={note}>
    {action && onTap && <Button onTap={onTap}>{action}</Button>}
  </Scene>
)
