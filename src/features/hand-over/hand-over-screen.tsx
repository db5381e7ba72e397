import { useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import type { KitBag } from '@/contract/leader'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { EmptyState } from '@/ui/empty-state'
import { momentText } from '@/ui/moment-text'
import { SearchBar } from '@/ui/search-bar'
import { Segment } from '@/ui/segment'
import { BagRow } from './bag-row'
import { copy } from './copy'
import { isWanted } from './judge'
import { handedOf } from './queue'
import { ResultPanel } from './result-panel'
import { SyncBadge } from './sync-badge'
import { TroublesCard } from './troubles-card'
import type { Door } from './use-hand-over'
import './hand-over.scss'

type Tab = 'waiting' | 'handed' | 'all'
type Props = { readonly door: Door; readonly kept: NonNullable<Door['kept']>; readonly now: NonNullable<Door['now']> }

/** The door in the evening: scan, or find by number and name; what is left, what is gone. */
export const HandOverScreen = ({ door, kept: { kit }, now }: Props) => {
  const [tab, setTab] = useState<Tab>('waiting')
  const [text, setText] = useState('')
  const { scans } = door.known
  const bags = useMemo(() => {
    const here = kit.bags.filter(
      (bag) => (door.here === null || bag.pickupPointId === door.here) && bag.bag !== 'returned' && bag.units > 0,
    )
    const [handed, waiting]: [KitBag[], KitBag[]] = [[], []]
    for (const bag of here) (handedOf(bag, scans) === null ? waiting : handed).push(bag)
    return { all: here, handed, waiting }
  }, [kit, scans, door.here])
  // who looks for somebody looks among all of them
  const shown = (text.trim() ? bags.all : bags[tab]).filter((bag) => isWanted(bag, text))
  const find = (typed: string) => {
    if (door.type(typed)) setText('')
    else setText(typed)
  }
  return (
    <>
      <DoorHead door={door} handed={bags.handed.length} all={bags.all.length} title={kit.title}>
        {copy.head.made(momentText(kit.madeAt, now))}
      </DoorHead>
      {kit.pickupPoints.length > 1 && (
        <Segment
          tabs={[
            { key: '', text: copy.tabs.all },
            ...kit.pickupPoints.map(({ id, name }) => ({ key: id, text: name })),
          ]}
          on={door.here ?? ''}
          onChange={(id) => door.stand(kit.pickupPoints.find((point) => point.id === id)?.id ?? null)}
        />
      )}
      {door.troubles.length > 0 && <TroublesCard door={door} kit={kit} now={now} />}
      <View className="door-find">
        <SearchBar value={text} hint={copy.find.hint} onInput={find} onSubmit={find} />
      </View>
      {kit.bags.length === 0 ? (
        <EmptyState {...copy.empty} />
      ) : (
        <>
          <Segment
            isEven
            tabs={(['waiting', 'handed', 'all'] as const).map((key) => ({
              key,
              text: copy.tabs[key],
              count: bags[key].length,
            }))}
            on={tab}
            onChange={setTab}
          />
          <Card look="flat">
            {shown.map((bag) => (
              <BagRow
                key={bag.orderId}
                bag={bag}
                isHanded={handedOf(bag, scans) !== null}
                isPending={door.pending.has(bag.orderId)}
                onOpen={door.open}
              />
            ))}
            {shown.length === 0 && (
              <View className="door-none n2">{text.trim() ? copy.find.none : copy.head.left(bags.waiting.length)}</View>
            )}
          </Card>
        </>
      )}
      <Dock>
        <Button width="grow" icon="scan" onTap={door.scan}>
          {copy.scan}
        </Button>
      </Dock>
      {door.shown && <ResultPanel key={door.shown.verdict.kind} door={door} shown={door.shown} now={now} />}
    </>
  )
}

type HeadProps = {
  readonly door: Door
  readonly title: string
  readonly handed: number
  readonly all: number
  readonly children: string
}

const DoorHead = ({ title, handed, all, children }: HeadProps) => (
  <Card look="up">
    <View className="row sp">
      <View className="grow">
        <View className="b cut">{title}</View>
        <View className="n1">{children}</View>
      </View>
      <SyncBadge />
    </View>
    <View className="door-count">
      <View className="n2">{copy.head.handed}</View>
      <View className="door-figure">{handed}</View>
      <View className="n2 grow">{copy.head.all(all)}</View>
      <View className="n2">{copy.head.left(all - handed)}</View>
    </View>
    <View className="door-bar">
      <View className="door-done" style={`width:${all === 0 ? 0 : Math.round((handed / all) * 100)}%`} />
    </View>
  </Card>
)
