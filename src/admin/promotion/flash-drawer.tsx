/** One slot: when, and which goods at what price; sale price, cost and shelf stand beside it. */
import { useState } from 'react'
import { App, Button, Drawer, Input, InputNumber } from 'antd'
import type { CallInput } from '@/contract/index'
import type { FlashSlotRow } from '@/contract/staff-promotion'
import type { ProductId, SkuId } from '@/domain/ids'
import { minFen, type Fen } from '@/domain/money'
import { DAY, HOUR, dayStart, epochMs, later } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { read } from '../cloud/use-cloud'
import { ConfirmOnce } from '../parts/confirm-once'
import { Field } from '../parts/field'
import { Icon } from '../parts/icon'
import { Money, moneyText } from '../parts/money'
import { Picture } from '../parts/picture'
import { ProductPicker } from '../parts/product-picker'
import { useCarefulClose } from '../parts/use-careful-close'
import { YuanField } from '../parts/yuan-field'
import { shade } from '../theme'
import { actWords, copy } from './copy'
import { InstantField } from './instant-field'
import { flash as words, flashRefusals } from './promotion-copy'
import '../parts/deal.css'

type Item = FlashSlotRow['items'][number]
type Slot = Pick<FlashSlotRow, 'name' | 'startsAt' | 'endsAt'> & { items: readonly Item[] }

/** Tomorrow evening. */
const emptySlot = (): Slot => {
  const startsAt = later(dayStart(epochMs(Date.now())), DAY + 17 * HOUR)
  return { name: '', startsAt, endsAt: later(startsAt, 5 * HOUR), items: [] }
}

/** All SKUs that are on, a tenth cheaper; what is not wanted is moved away again. */
const itemsOf = async (productId: ProductId): Promise<Item[]> => {
  const { skus, title, picture } = await read('staff-group-buy', 'skusOf', { productId })
  return skus
    .filter(({ isOff }) => !isOff)
    .map(({ skuId, options, salePriceFen, memberPriceFen, costFen, available }) => {
      const saleFen = minFen(salePriceFen, memberPriceFen ?? salePriceFen)
      return {
        ...{ skuId, title, options, saleFen, costFen, available, taken: 0, perPerson: 1 },
        picture: picture ?? { url: '', tone: ['#F6F6F4', '#EFEEEA'] },
        flashFen: (Math.floor(saleFen * 0.09) * 10) as Fen,
        stockShare: Math.max(1, Math.min(available, 50)),
      }
    })
}

export const FlashDrawer = ({ row, onClose }: { row: FlashSlotRow | null; onClose: () => void }) => {
  const [kept] = useState<Slot>(() => row ?? emptySlot())
  const [slot, setSlot] = useState(kept)
  const close = useCarefulClose(slot !== kept, onClose)
  const [base, setBase] = useState(row)
  const { message } = App.useApp()
  const can = useCan()
  const saving = useAct('staff-promotion', 'saveSlot', flashRefusals, { onDone: setBase })
  const moving = useAct('staff-promotion', 'moveSlot', flashRefusals)
  const isOpen = base?.status !== 'ended' && can('campaign.write')
  const change = (values: Partial<Slot>): void => setSlot((now) => ({ ...now, ...values }))
  const setItem = (skuId: SkuId, values: Partial<Item>): void =>
    setSlot((now) => ({
      ...now,
      items: now.items.map((item) => (item.skuId === skuId ? { ...item, ...values } : item)),
    }))
  const isWrong = slot.items.some(({ flashFen, saleFen }) => flashFen >= saleFen)
  const canSave = slot.name.trim() !== '' && slot.items.length > 0 && !isWrong && slot.startsAt < slot.endsAt
  const input = (from: FlashSlotRow | null): CallInput<'staff-promotion', 'saveSlot'> => ({
    ...{ name: slot.name, startsAt: slot.startsAt, endsAt: slot.endsAt },
    items: slot.items.map(({ skuId, flashFen, stockShare, perPerson }) => ({ skuId, flashFen, stockShare, perPerson })),
    ...(from ? { slotId: from.id, version: from.version } : {}),
  })
  const save = async (): Promise<void> => {
    if (!(await saving.run(input(base)))) return
    void message.success(copy.saved)
    onClose()
  }
  const move = async (act: 'publish' | 'end'): Promise<void> => {
    if (!base || !(await moving.run({ slotId: base.id, version: base.version, act }))) return
    void message.success(actWords[act].done)
    onClose()
  }
  return (
    <Drawer
      open
      size={720}
      title={base?.name ?? words.newTitle}
      onClose={close}
      styles={{ mask: { background: shade.mask } }}
      footer={
        isOpen && (
          <span className="flash__foot">
            {base?.acts.map((act) => (
              <ConfirmOnce
                key={act}
                title={actWords[act].sure}
                note={actWords[act].note}
                act={actWords[act].act}
                isLoss={actWords[act].isLoss}
                onSure={() => move(act)}
              >
                <Button disabled={moving.isBusy}>{actWords[act].act}</Button>
              </ConfirmOnce>
            ))}
            <Button type="primary" disabled={!canSave} loading={saving.isBusy} onClick={() => void save()}>
              {base?.status === 'live' ? copy.save : copy.saveDraft}
            </Button>
          </span>
        )
      }
    >
      <div className="fields">
        <Field label={words.name} isWide>
          <Input
            value={slot.name}
            maxLength={12}
            disabled={!isOpen}
            placeholder={words.nameHint}
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <Field label={words.startsAt}>
          <InstantField value={slot.startsAt} isOff={!isOpen} onChange={(startsAt) => change({ startsAt })} />
        </Field>
        <Field label={words.endsAt}>
          <InstantField
            value={slot.endsAt}
            isOff={!isOpen}
            isWrong={slot.endsAt <= slot.startsAt}
            onChange={(endsAt) => change({ endsAt })}
          />
        </Field>
      </div>
      <h3 className="flash__title">
        {words.goods} <span className="aside">{words.goodsNote}</span>
      </h3>
      <ul className="flash__items">
        {slot.items.map((item) => (
          <ItemRow
            key={item.skuId}
            item={item}
            isOff={!isOpen}
            onChange={(values) => setItem(item.skuId, values)}
            onRemove={() => change({ items: slot.items.filter(({ skuId }) => skuId !== item.skuId) })}
          />
        ))}
      </ul>
      {isOpen && (
        <ProductPicker
          value={null}
          placeholder={words.add}
          onPick={({ id }) =>
            void itemsOf(id).then((items) =>
              setSlot((now) => ({
                ...now,
                items: [...now.items, ...items.filter(({ skuId }) => now.items.every((old) => old.skuId !== skuId))],
              })),
            )
          }
        />
      )}
    </Drawer>
  )
}

type ItemProps = { item: Item; isOff: boolean; onChange: (values: Partial<Item>) => void; onRemove: () => void }

const names = words.item

const ItemRow = ({ item, isOff, onChange, onRemove }: ItemProps) => {
  const { title, options, picture, saleFen, flashFen, costFen, available, stockShare, taken, perPerson } = item
  const problem = flashFen >= saleFen ? names.lower : costFen !== null && flashFen < costFen ? names.loss : null
  return (
    <li>
      <Picture picture={picture} size={34} radius={8} />
      <span className="flash__name">
        {title}
        <span className="second">
          {[options.join(' · '), names.shelf(available), taken > 0 ? names.taken(taken) : '']
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="flash__sale">
        <Money amount={saleFen} weight={500} />
        <span className="second">{costFen === null ? '' : names.cost(moneyText(costFen))}</span>
      </span>
      <span>
        <YuanField
          label={names.flash}
          value={flashFen}
          disabled={isOff}
          onChange={(price) => price !== null && onChange({ flashFen: price })}
        />
        {problem && <span className="problem">{problem}</span>}
      </span>
      <InputNumber<number>
        aria-label={names.share}
        disabled={isOff}
        min={Math.max(1, taken)}
        precision={0}
        prefix={names.share}
        value={stockShare}
        onChange={(n) => onChange({ stockShare: n ?? 1 })}
      />
      <InputNumber<number>
        aria-label={names.perPerson}
        disabled={isOff}
        min={1}
        max={99}
        precision={0}
        prefix={names.perPerson}
        value={perPerson}
        onChange={(n) => onChange({ perPerson: n ?? 1 })}
      />
      <button type="button" aria-label={names.remove} disabled={isOff || taken > 0} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </li>
  )
}
