import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'

type Props = {
  readonly title: string
  readonly note: string
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onYes: () => void
}

/** Asks once before an act that many would notice. */
export const SureSheet = ({ title, note, isBusy, onClose, onYes }: Props) => (
  <Sheet
    isOpen
    onClose={onClose}
    title={title}
    foot={
      <>
        <Button kind="line" width="grow" onTap={onClose}>
          {copy.own.keep}
        </Button>
        <Button width="grow" isBusy={isBusy} onTap={onYes}>
          {copy.own.yes}
        </Button>
      </>
    }
  >
    <View className="n2">{note}</View>
  </Sheet>
)
