import { View } from '@tarojs/components'
import { Icon } from './icon'
import { tap } from './tap'
import './stepper.scss'

type Props = {
  readonly value: number
  readonly min?: number
  readonly max: number
  readonly onChange: (value: number) => void
  /** What is counted, for those who listen. */
  readonly label: string
}

/** Less, how many, more. Both keys are 44 px to the finger; a key at its end says so instead of doing nothing. */
export const Stepper = ({ value, min = 1, max, onChange, label }: Props) => (
  <View className="stepper">
    <View
      className={`stepper-key stepper-less${value <= min ? ' stepper-off' : ''}`}
      {...tap(value > min ? () => onChange(value - 1) : undefined, `${label}，减一`)}
    >
      <Icon name="minus" size={16} />
    </View>
    <View className="stepper-count">{value}</View>
    <View
      className={`stepper-key${value >= max ? ' stepper-off' : ''}`}
      {...tap(value < max ? () => onChange(value + 1) : undefined, `${label}，加一`)}
    >
      <Icon name="plus" size={16} />
    </View>
  </View>
)

type AddProps = { readonly onTap: () => void; readonly label: string; readonly isFilled?: boolean }

/** The lone plus of a card: puts one into the cart. */
export const AddKey = ({ onTap, label, isFilled = false }: AddProps) => (
  <View className={`stepper-key${isFilled ? ' stepper-fill' : ''}`} {...tap(onTap, label)}>
    <Icon name="plus" size={17} />
  </View>
)
