import { Picker, View } from '@tarojs/components'
import { DAY, dayStart, dayText as isoDay, epochMs, HOUR, MINUTE, shopClock, type EpochMs } from '@/domain/time'
import { Card, CardHead } from '@/ui/card'
import { dayText, momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import {
  endingAt,
  endPresets,
  handedOver,
  handOverPresets,
  isDraft,
  mayChange,
  prolonged,
  type Draft,
} from './edit-draft'
import { editCopy as words } from './edit-copy'
import { Picks } from './picks'
import { clockText } from './words'

type Props = { readonly draft: Draft; readonly onChange: (to: (draft: Draft) => Draft) => void }

const MORE_HOURS = [1, 2, 24] as const

/** When it ends: a tap on one of three evenings, or a moment of one's own; of a sale that runs, only later. */
export const EndsCard = ({ draft, saved, onChange }: Props & { readonly saved: Draft }) => {
  const now = usePhone().now()
  const presets = endPresets(now)
  if (!mayChange(draft, 'window'))
    return (
      <Card>
        <CardHead title={words.ends.title} note={momentText(draft.endsAt, now)} />
      </Card>
    )
  return (
    <Card>
      <CardHead title={words.ends.title} note={momentText(draft.endsAt, now)} />
      {isDraft(draft) ? (
        <>
          <Picks
            items={presets.map(({ key }) => ({ key, text: words.ends[key] }))}
            on={presets.find(({ at }) => at === draft.endsAt)?.key ?? null}
            onPick={(key) => {
              const at = presets.find((each) => each.key === key)?.at
              if (at !== undefined) onChange((was) => endingAt(was, at))
            }}
          />
          <MomentPicker at={draft.endsAt} label={words.ends.own} onAt={(at) => onChange((was) => endingAt(was, at))} />
        </>
      ) : (
        <>
          <View className="n1 mt1">{words.ends.only}</View>
          <Picks
            items={MORE_HOURS.map((hours) => ({ key: String(hours), text: words.ends.plus(hours) }))}
            on={MORE_HOURS.map(String).find((hours) => draft.endsAt === saved.endsAt + Number(hours) * HOUR) ?? null}
            onPick={(hours) =>
              onChange((was) =>
                prolonged({ ...was, endsAt: saved.endsAt, handOverFromAt: was.handOverFromAt }, Number(hours)),
              )
            }
          />
        </>
      )}
    </Card>
  )
}

/** When bags are fetched: always after the end. */
export const HandOverCard = ({ draft, onChange }: Props) => {
  const now = usePhone().now()
  const { handOverFromAt, handOverUntilAt } = draft
  const evenings = handOverPresets(draft.endsAt).map((evening) => ({
    ...evening,
    id: `${evening.key}.${evening.fromAt}`,
  }))
  const span = `${momentText(handOverFromAt, now)}–${clockText(handOverUntilAt)}`
  return (
    <Card>
      <CardHead title={words.handOver.title} note={span} />
      {mayChange(draft, 'hand-over') && (
        <>
          {isDraft(draft) ? (
            <Picks
              items={evenings.map(({ id, key, fromAt }) => ({
                key: id,
                text: words.handOver[key](dayText(fromAt, now)),
              }))}
              on={evenings.find((e) => e.fromAt === handOverFromAt && e.untilAt === handOverUntilAt)?.id ?? null}
              onPick={(id) => {
                const evening = evenings.find((each) => each.id === id)
                if (evening) onChange((was) => handedOver(was, evening))
              }}
            />
          ) : (
            <View className="n1 mt1">{words.ends.only}</View>
          )}
          <MomentPicker
            at={handOverFromAt}
            label={words.handOver.from}
            onAt={(fromAt) =>
              onChange((was) =>
                handedOver(was, {
                  fromAt,
                  untilAt: epochMs(Math.max(was.handOverUntilAt, fromAt + 30 * MINUTE)),
                }),
              )
            }
          />
          <MomentPicker
            at={handOverUntilAt}
            label={words.handOver.until}
            onAt={(untilAt) => onChange((was) => handedOver(was, { fromAt: was.handOverFromAt, untilAt }))}
          />
        </>
      )}
    </Card>
  )
}

type MomentProps = { readonly at: EpochMs; readonly label: string; readonly onAt: (at: EpochMs) => void }

/** A day and a time of day, on the phone's own wheels. */
const MomentPicker = ({ at, label, onAt }: MomentProps) => {
  const now = usePhone().now()
  const { hour, minute } = shopClock(at)
  const onDay = (day: string) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    onAt(epochMs(dayStart(epochMs(Date.UTC(year, month - 1, date, 12))) + hour * HOUR + minute * MINUTE))
  }
  const onTime = (time: string) => {
    const [h = 0, m = 0] = time.split(':').map(Number)
    onAt(epochMs(dayStart(at) + h * HOUR + m * MINUTE))
  }
  return (
    <View className="clock-row">
      <View className="n2 grow">{label}</View>
      <Picker
        mode="date"
        value={isoDay(at)}
        start={isoDay(now)}
        end={isoDay(epochMs(now + 28 * DAY))}
        onChange={({ detail }) => onDay(detail.value)}
      >
        <View className="clock-pick">{dayText(at, now)}</View>
      </Picker>
      <Picker mode="time" value={timeOf(hour, minute)} onChange={({ detail }) => onTime(detail.value)}>
        <View className="clock-pick">{timeOf(hour, minute)}</View>
      </Picker>
    </View>
  )
}

const timeOf = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
