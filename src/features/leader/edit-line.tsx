import { Slider, View } from '@tarojs/components'
import { yuanText } from '@/domain/money'
import { Icon } from '@/ui/icon'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { isOpenLimits, LineLimits } from './edit-limits'
import { priced, withLine, withoutLine, type Draft, type DraftLine } from './edit-draft'
import { editCopy } from './edit-copy'
import { goodsName } from './words'

const words = editCopy.goods
const STEP = 10

type Props = {
  readonly line: DraftLine
  /** As it stands in the sale that runs; undefined while everything may change. */
  readonly was: DraftLine | undefined
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onChange: (to: (draft: Draft) => Draft) => void
}

/** A product in the sale: its price on a slider between the floor and the shop's own; tiers and limits behind a tap. */
export const EditLine = ({ line, was, isOpen, onOpen, onChange }: Props) => {
  const set = (to: (line: DraftLine) => DraftLine) => onChange((draft) => withLine(draft, line.skuId, to))
  const { title, picture, priceFen, shopFen } = line
  return (
    <View className="edit-line">
      <View className="row top">
        <View className="edit-thumb">
          <ImageBox picture={picture} isSmall isSquare />
        </View>
        <View className="grow">
          <View className="cut">{goodsName(line)}</View>
          <View className="row base">
            <PriceText fen={priceFen} size={21} />
            <View className="n1">{words.shop(yuanText(shopFen))}</View>
            <View className="n1 leafy">{words.off(Math.round((1 - priceFen / shopFen) * 100))}</View>
          </View>
        </View>
        {was === undefined && (
          <View
            className="edit-remove"
            {...tap(() => onChange((draft) => withoutLine(draft, line.skuId)), `${words.remove}${title}`)}
          >
            <Icon name="close" size={18} />
          </View>
        )}
      </View>
      {was === undefined && <PriceSlider line={line} onPrice={(fen) => set((each) => priced(each, fen))} />}
      {(was === undefined || isOpenLimits(was)) && (
        <>
          <View className="edit-fold" {...tap(onOpen)}>
            <View className="grow">
              <View className="n2">{was === undefined ? words.detail : words.limits}</View>
              {foldNote(line) && <View className="n1">{foldNote(line)}</View>}
            </View>
            <Icon name={isOpen ? 'minus' : 'plus'} size={16} />
          </View>
          {isOpen && <LineLimits line={line} was={was} onSet={set} />}
        </>
      )}
    </View>
  )
}

const foldNote = ({ tiers, stockLimit, perPerson, taken }: DraftLine): string =>
  [
    taken > 0 && words.sold(taken),
    tiers.length > 0 && tiers.map((tier) => `${words.tier(tier.fromUnits)} ¥${yuanText(tier.priceFen)}`).join('、'),
    stockLimit !== null && `${words.stock} ${stockLimit}`,
    perPerson !== null && `${words.person} ${perPerson}`,
  ]
    .filter(Boolean)
    .join(' · ')

type SliderProps = { readonly line: DraftLine; readonly onPrice: (fen: number) => void }

const PriceSlider = ({ line: { priceFen, floorFen, shopFen, title }, onPrice }: SliderProps) => {
  const least = Math.max(1, floorFen)
  if (least >= shopFen) return <View className="n1 mt2">{words.fixedPrice}</View>
  return (
    <>
      <View className="row edit-slide">
        <View className="edit-key" {...tap(() => onPrice(priceFen - STEP), words.less)}>
          <Icon name="minus" size={16} />
        </View>
        <Slider
          className="grow"
          min={least}
          max={shopFen}
          step={1}
          value={priceFen}
          blockSize={24}
          activeColor="#e8502a"
          aria-label={words.price(title)}
          onChanging={({ detail }) => onPrice(detail.value)}
          onChange={({ detail }) => onPrice(detail.value)}
        />
        <View className="edit-key" {...tap(() => onPrice(priceFen + STEP), words.more)}>
          <Icon name="plus" size={16} />
        </View>
      </View>
      <View className="n1 center">{words.range(yuanText(floorFen), yuanText(shopFen))}</View>
    </>
  )
}
