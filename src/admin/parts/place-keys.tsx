/** Up and down of one thing in an order that people arrange by hand. */
import { Button } from 'antd'
import { copy } from './copy'
import { Icon } from './icon'

type Props = { at: number; count: number; isBusy?: boolean; onMove: (to: number) => void }

export const PlaceKeys = ({ at, count, isBusy = false, onMove }: Props) => (
  <>
    <Key icon="up" label={copy.moveUp} isOff={isBusy || at === 0} onPress={() => onMove(at - 1)} />
    <Key icon="down" label={copy.moveDown} isOff={isBusy || at === count - 1} onPress={() => onMove(at + 1)} />
  </>
)

type KeyProps = { icon: 'up' | 'down'; label: string; isOff: boolean; onPress: () => void }

const Key = ({ icon, label, isOff, onPress }: KeyProps) => (
  <Button
    size="small"
    type="text"
    aria-label={label}
    title={label}
    disabled={isOff}
    icon={<Icon name={icon} size={12} />}
    onClick={onPress}
  />
)
