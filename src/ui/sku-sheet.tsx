import { useEffect, useRef, useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { chosenSku, firstChoice, optionState, tapOption, type SkuChoice } from '@/domain/catalog/choose-sku'
import type { Fen } from '@/domain/money'
import { Button } from './button'
import { ImageBox } from './image-box'
import type { Picture } from './picture'
import { PriceText } from './price-text'
import { Sheet } from './sheet'
import { Stepper } from './stepper'
import { tap } from './tap'
import './sku-sheet.scss'

export type SkuOffer = {
  readonly id: string
  readonly options: readonly string[]
  readonly priceFen: Fen
  readonly available: number
  readonly picture: Picture | null
  /** `店价 ¥36.80`, beside the price. */
  readonly was?: string
  /** How many there are and how many one may take. */
  readonly stock: string
}

type Act = {
  readonly text: string
  readonly kind?: 'fill' | 'soft'
  /** Works, or waits for an answer: takes no tap. */
  readonly isBusy?: boolean
  readonly isOff?: boolean
  readonly onTap: (skuId: string, quantity: number) => void
}

type Props = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly picture: Picture
  readonly specs: readonly { readonly name: string; readonly options: readonly string[] }[]
  readonly skus: readonly SkuOffer[]
  /** Most pieces in one order; the stock may allow fewer. */
  readonly limit?: number
  readonly acts: readonly Act[]
  /** Each time another SKU or number is chosen, the first one included; null while a spec is open. */
  readonly onChoose?: (skuId: string | null, quantity: number) => void
  /** Between the count and the buttons: what happens next. */
  readonly children?: ReactNode
}

/** Which one, and how many: the spec matrix of a product. Options that lead nowhere say so before they are tapped. */
export const SkuSheet = ({ isOpen, onClose, title, picture, specs, skus, limit = 99, acts, ...rest }: Props) => {
  const { onChoose, children } = rest
  const [choice, setChoice] = useState<SkuChoice>(() => firstChoice(skus))
  const [wanted, setWanted] = useState(1)
  const sku = chosenSku(skus, choice)
  const most = Math.min(limit, sku?.available ?? limit)
  const quantity = Math.max(1, Math.min(wanted, most))
  const missing = specs.find((_, spec) => choice[spec] === null)
  const canBuy = sku !== null && sku.available > 0
  const skuId = canBuy ? sku.id : null
  const tell = useRef(onChoose)
  tell.current = onChoose
  useEffect(() => {
    if (isOpen) tell.current?.(skuId, quantity)
  }, [isOpen, skuId, quantity])

  const foot = acts.map(({ text, kind = 'fill', isBusy = false, isOff = false, onTap }, nth) => (
    <Button
      key={nth}
      kind={kind}
      width="grow"
      isBusy={isBusy}
      isOff={isOff || !canBuy}
      onTap={() => sku && onTap(sku.id, quantity)}
    >
      {missing ? `请选${missing.name}` : canBuy ? text : '卖完了'}
    </Button>
  ))

  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={title} isUntitled foot={foot}>
      <View className="sku-head">
        <View className="sku-picture">
          <ImageBox picture={sku?.picture ?? picture} isSmall isEager />
        </View>
        <View className="sku-words">
          <View className="row base">
            <PriceText fen={(sku ?? skus[0])?.priceFen ?? (0 as Fen)} size={28} />
            {sku?.was && <View className="was">{sku.was}</View>}
          </View>
          <View className="sku-chosen">{choice.filter(Boolean).join(' · ') || title}</View>
          <View className="n1 mt1">{sku?.stock ?? (missing ? `还要选${missing.name}` : '')}</View>
        </View>
      </View>
      {specs.map(({ name, options }, spec) => (
        <View className="sku-spec" key={name}>
          <View className="b">{name}</View>
          <View className="sku-options">
            {options.map((option) => {
              const state = optionState(skus, choice, spec, option)
              const isShut = state === 'sold-out' || state === 'none'
              const take = () => setChoice((now) => tapOption(skus, now, spec, option))
              return (
                <View
                  className={`sku-option sku-option-${state}`}
                  key={option}
                  {...tap(isShut ? undefined : take, SAID[state]?.(option), {
                    role: 'radio',
                    isOn: state === 'chosen',
                  })}
                >
                  {option}
                </View>
              )
            })}
          </View>
        </View>
      ))}
      <View className="sku-count">
        <View className="b">数量</View>
        <Stepper value={quantity} max={Math.max(1, most)} onChange={setWanted} label="数量" />
      </View>
      {children}
    </Sheet>
  )
}

const SAID: Record<string, ((option: string) => string) | undefined> = {
  'sold-out': (option) => `${option}，卖完了`,
  none: (option) => `${option}，没有这种搭配`,
}
