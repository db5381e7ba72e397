import { View } from '@tarojs/components'
import { yuanText } from '@/domain/money'
import { momentText } from '@/ui/moment-text'
import { Button } from '@/ui/button'
import { ImageBox } from '@/ui/image-box'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { Sheet } from '@/ui/sheet'
import type { Draft } from './edit-draft'
import { editCopy } from './edit-copy'
import { clockText, goodsName } from './words'
import './leader.scss'

const words = editCopy.preview

type Props = {
  readonly draft: Draft
  readonly isSaving: boolean
  readonly onClose: () => void
  readonly onOpen: () => void
}

/** The sale as neighbours will read it, and the one button that makes it true. */
export const PreviewSheet = ({ draft, isSaving, onClose, onOpen }: Props) => {
  const now = usePhone().now()
  const places = draft.pickupPoints.filter(({ id }) => draft.pickupPointIds?.includes(id)).map(({ name }) => name)
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      foot={
        <>
          <Button kind="line" width="grow" onTap={onClose}>
            {words.kept}
          </Button>
          <Button width="grow" isBusy={isSaving} onTap={onOpen}>
            {editCopy.dock.open}
          </Button>
        </>
      }
    >
      <View className="h5">{draft.title}</View>
      <View className="n2 mt1">
        {`${words.until(momentText(draft.endsAt, now))} · ${words.pick(momentText(draft.handOverFromAt, now), clockText(draft.handOverUntilAt))}`}
      </View>
      <View className="n2">{places.length > 0 ? places.join('、') : editCopy.place.courier}</View>
      {draft.note && <View className="preview-note mt2">{draft.note}</View>}
      <View className="mt3">
        {draft.lines.map((line) => (
          <View className="roll-line" key={line.skuId}>
            <View className="roll-thumb">
              <ImageBox picture={line.picture} isSmall isSquare />
            </View>
            <View className="grow">
              <View className="cut">{goodsName(line)}</View>
              {line.tiers.length > 0 && (
                <View className="n1">
                  {line.tiers
                    .map((tier) => `${editCopy.goods.tier(tier.fromUnits)} ¥${yuanText(tier.priceFen)}`)
                    .join('、')}
                </View>
              )}
            </View>
            <PriceText fen={line.priceFen} />
          </View>
        ))}
      </View>
      <Hint icon="shield" className="mt3">
        {`${editCopy.policy.name[draft.shortagePolicy]}：${editCopy.policy.says[draft.shortagePolicy]}。${words.promise}`}
      </Hint>
    </Sheet>
  )
}
