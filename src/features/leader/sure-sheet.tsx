import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'

type Props = {
  readonly title: string
  readonly note: string
  readonly yes?: string
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onYes: () => void
}

/** Asks once before an act that neighbours notice. */
export const SureSheet = ({ title, note, yes = copy.yes, isBusy, onClose, onYes }: Props) => (
  <Sheet
    isOpen
    onClose={onClose}
    title={title}
    foot={
      <>
        <Button kind="line" width="grow" onTap={onClose}>
          {copy.keep}
        </Button>
        <Button width="grow" isBusy={isBusy} onTap={onYes}>
          {yes}
        </Button>
      </>
    }
  >
    <View className="n2">{note}</View>
  </Sheet>
)
