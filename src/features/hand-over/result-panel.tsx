import { useEffect } from 'react'
import { View } from '@tarojs/components'
import type { EpochMs } from '@/domain/time'
import { brightenScreen } from '@/platform/bright-screen'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { usePhone } from '@/ui/phone'
import { role } from '@/ui/tap'
import type { KitBag } from '@/contract/leader'
import { copy } from './copy'
import type { Verdict } from './judge'
import { firstSaid, placeName } from './said'
import type { Door, Shown } from './use-hand-over'

const words = copy.result

type Props = { readonly door: Door; readonly shown: NonNullable<Shown>; readonly now: EpochMs }

/** Fills the screen, so that it is read at arm's length in the dark: green is a bag that goes, amber is one that stays, white asks. */
export const ResultPanel = ({ door, shown, now }: Props) => {
  useEffect(brightenScreen, [])
  const { statusHeight, isLargeText } = usePhone()
  const { verdict, isGiven } = shown
  const isAsking = verdict.kind === 'give' && !isGiven
  const look = isGiven ? 'result-go' : isAsking ? 'result-ask' : 'result-stop'
  const said = saidOf(verdict, isGiven, now)
  return (
    <View
      className={`result ${look}${isLargeText ? ' text-large' : ''}`}
      style={`padding-top:${statusHeight + 20}px`}
      {...role('alertdialog')}
      aria-label={said.title}
    >
      <View className="result-sign">
        <Icon name={isGiven ? 'check' : isAsking ? 'person' : 'warn'} size={44} />
      </View>
      <View className="result-title">{said.title}</View>
      {'bag' in verdict && <BagFacts verdict={verdict} />}
      {said.note && <View className="result-note">{said.note}</View>}
      {isGiven && door.isCut && <View className="result-note">{words.offline}</View>}
      <View className="result-ways">
        {isAsking ? (
          <>
            <Button kind="leaf" width="wide" onTap={door.give}>
              {words.give}
            </Button>
            <Button kind="ghost" width="wide" onTap={door.close}>
              {words.notYet}
            </Button>
          </>
        ) : (
          <>
            {CAN_TICK.has(verdict.kind) && (
              <Button kind="line" width="wide" className="result-button" onTap={door.give}>
                {words.manual}
              </Button>
            )}
            <Button
              kind="line"
              width="wide"
              icon="scan"
              className="result-button"
              onTap={() => {
                door.close()
                door.scan()
              }}
            >
              {words.next}
            </Button>
            <Button kind="ghost" width="wide" className="result-quiet" onTap={door.close}>
              {words.close}
            </Button>
          </>
        )}
      </View>
    </View>
  )
}

/** A code that is too old or too new may be anybody's picture: the name decides. A forged one decides nothing. */
const CAN_TICK: ReadonlySet<Verdict['kind']> = new Set(['stale', 'ahead'])

const BagFacts = ({ verdict }: { readonly verdict: Extract<Verdict, { bag: KitBag }> }) => {
  const { bag } = verdict
  const bags = verdict.kind === 'give' ? verdict.bags : [bag]
  const units = bags.reduce((n, each) => n + each.units, 0)
  return (
    <>
      <View className="result-number">{bag.numbers.join('·')}</View>
      <View className="result-name">
        {[bag.name, bag.phoneTail && copy.tail(bag.phoneTail)].filter(Boolean).join('　')}
      </View>
      <View className="result-items">
        {bags
          .flatMap(({ text }) => text.split('，'))
          .filter(Boolean)
          .map((item, place) => (
            <View key={place}>{item}</View>
          ))}
      </View>
      {units > 0 && <View className="result-note">{words.units(units)}</View>}
    </>
  )
}

const saidOf = (verdict: Verdict, isGiven: boolean, now: EpochMs): { title: string; note: string | null } => {
  switch (verdict.kind) {
    case 'give':
      return {
        title: isGiven ? words.done : words.check,
        note: isGiven
          ? verdict.bags.length > 1
            ? words.twoBags(copy.numbers(verdict.bag.numbers))
            : null
          : words.checkNote,
      }
    case 'handed':
      return { title: words.handed, note: firstSaid(verdict.first, verdict.kit, now) }
    case 'elsewhere':
      return { title: words.elsewhere, note: words.elsewhereNote(placeName(verdict.kit, verdict.place)) }
    case 'strange':
      return { title: words.unknown, note: copy.strange }
    case 'unknown':
    case 'stale':
    case 'ahead':
    case 'forged':
    case 'nothing-left':
    case 'not-ready':
    case 'returned':
      return { title: words[verdict.kind], note: words[`${verdict.kind}Note`] }
    default:
      return verdict satisfies never
  }
}
