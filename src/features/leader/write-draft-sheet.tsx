import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import type { SaleDraftView } from '@/contract/leader'
import type { PickupPointId, SkuId } from '@/domain/ids'
import { addFen, timesFen, yuanText, ZERO } from '@/domain/money'
import { Button } from '@/ui/button'
import { ImageBox } from '@/ui/image-box'
import { PriceText } from '@/ui/price-text'
import { Sheet } from '@/ui/sheet'
import { AddKey, Stepper } from '@/ui/stepper'
import { copy } from './copy'
import { Picks } from './picks'
import type { Drafts } from './use-drafts'
import './edit.scss'
import './leader.scss'

const words = copy.drafts
const MOST = 99

type Props = {
  readonly sale: SaleDraftView
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onWrite: (draft: Parameters<Drafts['write']>[0]) => void
}

/** For whom, and what: as quick as writing it on paper at the door. */
export const WriteDraftSheet = ({ sale, isBusy, onClose, onWrite }: Props) => {
  const points = sale.pickupPoints.filter(({ id }) => sale.pickupPointIds?.includes(id))
  const [forName, setForName] = useState('')
  const [note, setNote] = useState('')
  const [place, setPlace] = useState<PickupPointId | null>(points[0]?.id ?? null)
  const [basket, setBasket] = useState<Readonly<Record<SkuId, number>>>({})
  const chosen = sale.lines.flatMap((line) => {
    const quantity = basket[line.skuId] ?? 0
    return quantity > 0 ? [{ line, quantity }] : []
  })
  const put = (skuId: SkuId, quantity: number) => setBasket((was) => ({ ...was, [skuId]: quantity }))
  const totalFen = addFen(ZERO, ...chosen.map(({ line, quantity }) => timesFen(line.priceFen, quantity)))
  const isReady = chosen.length > 0 && forName.trim() !== ''
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.write}
      foot={
        <Button
          width="grow"
          isOff={!isReady}
          isBusy={isBusy}
          {...(isReady ? { note: words.total(yuanText(totalFen)) } : { note: words.pick })}
          onTap={() =>
            onWrite({
              ...{ forName: forName.trim(), note: note.trim(), pickupPointId: place },
              basket: chosen.map(({ line, quantity }) => ({ skuId: line.skuId, quantity })),
            })
          }
        >
          {words.save}
        </Button>
      }
    >
      <View className="n2">{words.who}</View>
      <Input
        className="edit-field"
        value={forName}
        maxlength={20}
        placeholder={words.whoHint}
        ariaLabel={words.who}
        onInput={({ detail }) => setForName(detail.value)}
      />
      <View className="mt3">
        {sale.lines.map((line) => (
          <View className="roll-line" key={line.skuId}>
            <View className="roll-thumb">
              <ImageBox picture={line.picture} isSmall isSquare />
            </View>
            <View className="grow">
              <View className="cut">{line.title}</View>
              <PriceText fen={line.priceFen} size={16} />
            </View>
            {basket[line.skuId] ? (
              <Stepper
                value={basket[line.skuId] ?? 0}
                min={0}
                max={MOST}
                label={line.title}
                onChange={(quantity) => put(line.skuId, quantity)}
              />
            ) : (
              <AddKey label={line.title} isFilled onTap={() => put(line.skuId, 1)} />
            )}
          </View>
        ))}
      </View>
      {points.length > 1 && (
        <>
          <View className="n2 mt3">{words.where}</View>
          <Picks items={points.map(({ id, name }) => ({ key: id, text: name }))} on={place} onPick={setPlace} />
        </>
      )}
      <View className="n2 mt3">{words.word}</View>
      <Input
        className="edit-field"
        value={note}
        maxlength={100}
        placeholder={words.wordHint}
        ariaLabel={words.word}
        onInput={({ detail }) => setNote(detail.value)}
      />
    </Sheet>
  )
}
