import { useState } from 'react'
import { Input, Textarea, View } from '@tarojs/components'
import type { SkuId } from '@/domain/ids'
import type { Policy } from '@/domain/shortage/allocate'
import { SALE_LIMITS } from '@/domain/sale/terms'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Hint } from '@/ui/notice'
import { tap } from '@/ui/tap'
import { EndsCard, HandOverCard } from './edit-clocks'
import { inCommunity, isDraft, keeping, mayChange, withGoods, withPoint, type Draft } from './edit-draft'
import { EditLine } from './edit-line'
import { editCopy as words } from './edit-copy'
import { GoodsSheet } from './goods-sheet'
import { Picks } from './picks'
import './edit.scss'

type Props = {
  readonly draft: Draft
  readonly saved: Draft
  readonly onChange: (to: (draft: Draft) => Draft) => void
}

/** A sale from top to bottom as neighbours will read it. Of one that runs only what may still change takes a tap. */
export const EditScreen = ({ draft, saved, onChange }: Props) => {
  const [isChoosing, setIsChoosing] = useState(false)
  const [open, setOpen] = useState<SkuId | null>(null)
  const isNew = isDraft(draft)
  return (
    <>
      {!isNew && (
        <View className="edit-fixed">
          <Hint icon="shield">{words.fixed}</Hint>
        </View>
      )}
      <NameCard draft={draft} onChange={onChange} />
      <Card>
        <CardHead
          title={words.goods.title}
          {...(draft.lines.length > 0 ? { note: words.goods.count(draft.lines.length) } : {})}
        />
        {draft.lines.length === 0 && <View className="n2 mt2">{words.goods.none}</View>}
        {draft.lines.map((line) => (
          <EditLine
            key={line.skuId}
            line={line}
            was={isNew ? undefined : saved.lines.find(({ skuId }) => skuId === line.skuId)}
            isOpen={open === line.skuId}
            onOpen={() => setOpen((now) => (now === line.skuId ? null : line.skuId))}
            onChange={onChange}
          />
        ))}
        {isNew && (
          <View className="mt3">
            <Button
              kind="soft"
              width="wide"
              icon="plus"
              isOff={draft.lines.length >= SALE_LIMITS.lines}
              onTap={() => setIsChoosing(true)}
            >
              {words.goods.add}
            </Button>
          </View>
        )}
      </Card>
      <EndsCard draft={draft} saved={saved} onChange={onChange} />
      <HandOverCard draft={draft} onChange={onChange} />
      <PlaceCard draft={draft} onChange={onChange} />
      {isNew && <PolicyCard draft={draft} onChange={onChange} />}
      {isChoosing && (
        <GoodsSheet
          chosen={draft.lines}
          onClose={() => setIsChoosing(false)}
          onChoose={(goods) => onChange((was) => withGoods(was, goods))}
        />
      )}
    </>
  )
}

type PartProps = Omit<Props, 'saved'>

const NameCard = ({ draft, onChange }: PartProps) => (
  <Card look="up">
    <View className="n2">{words.name.title}</View>
    {isDraft(draft) ? (
      <Input
        className="edit-field"
        value={draft.title}
        maxlength={SALE_LIMITS.title}
        placeholder={words.name.hint}
        ariaLabel={words.name.title}
        onInput={({ detail }) => onChange((was) => ({ ...was, title: detail.value }))}
      />
    ) : (
      <View className="h mt1">{draft.title}</View>
    )}
    {isDraft(draft) && draft.communities.length > 1 && (
      <>
        <View className="n2 mt4">{words.name.community}</View>
        <Picks
          items={draft.communities.map(({ id, name }) => ({ key: id, text: name }))}
          on={draft.communityId}
          onPick={(id) => onChange((was) => inCommunity(was, id))}
        />
      </>
    )}
    <View className="n2 mt4">{words.note.title}</View>
    <Textarea
      className="edit-field edit-note"
      value={draft.note}
      maxlength={SALE_LIMITS.note}
      placeholder={words.note.hint}
      ariaLabel={words.note.title}
      disabled={!mayChange(draft, 'note')}
      onInput={({ detail }) => onChange((was) => ({ ...was, note: detail.value }))}
    />
  </Card>
)

const PlaceCard = ({ draft, onChange }: PartProps) => {
  const isFixed = !isDraft(draft)
  const points = draft.pickupPoints.filter(({ id }) => !isFixed || draft.pickupPointIds?.includes(id))
  return (
    <Card>
      <CardHead title={words.place.title} />
      {points.map(({ id, name, address }) => (
        <TickRow
          key={id}
          title={name}
          note={address}
          isOn={draft.pickupPointIds?.includes(id) ?? false}
          {...(isFixed ? {} : { onTap: () => onChange((was) => withPoint(was, id)) })}
        />
      ))}
      {(!isFixed || draft.pickupPointIds === null) && (
        <TickRow
          title={words.place.courier}
          note={words.place.courierNote}
          isOn={draft.pickupPointIds === null}
          {...(isFixed ? {} : { onTap: () => onChange((was) => ({ ...was, pickupPointIds: null })) })}
        />
      )}
      {draft.pickupPointIds?.length === 0 && <View className="n2 acc mt2">{words.place.none}</View>}
    </Card>
  )
}

const POLICIES = ['first-paid', 'proportional'] as const satisfies readonly Policy[]
const DAYS = [0, 1, 2, 3] as const

const PolicyCard = ({ draft, onChange }: PartProps) => (
  <Card>
    <CardHead title={words.policy.title} />
    <View className="n1 mt1">{words.policy.note}</View>
    {POLICIES.map((policy) => (
      <TickRow
        key={policy}
        title={words.policy.name[policy]}
        note={words.policy.says[policy]}
        isOn={draft.shortagePolicy === policy}
        isRadio
        onTap={() => onChange((was) => ({ ...was, shortagePolicy: policy }))}
      />
    ))}
    <View className="n2 mt3">{words.handOver.keep}</View>
    <Picks
      items={DAYS.map((days) => ({ key: String(days), text: words.handOver.keepDays(days) }))}
      on={String(draft.keepDays)}
      onPick={(days) => onChange((was) => keeping(was, Number(days)))}
    />
  </Card>
)

type TickProps = {
  readonly title: string
  readonly note: string
  readonly isOn: boolean
  readonly isRadio?: boolean
  readonly onTap?: () => void
}

const TickRow = ({ title, note, isOn, isRadio = false, onTap }: TickProps) => (
  <View
    className="tick-row"
    {...(onTap ? tap(onTap, `${title}，${note}`, { role: isRadio ? 'radio' : 'checkbox', isOn }) : {})}
  >
    <View className={`tick${isOn ? ' tick-on' : ''}${isRadio ? '' : ' tick-square'}`}>
      {isOn && <Icon name="check" size={15} />}
    </View>
    <View className="grow">
      <View>{title}</View>
      <View className="n1">{note}</View>
    </View>
  </View>
)
