import { memo } from 'react'
import { View } from '@tarojs/components'
import type { PointsEntry, PointsView } from '@/contract/points'
import { yuanText } from '@/domain/money'
import { minuteText } from '@/domain/time'
import { go } from '@/platform/navigate'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { dayName } from '@/ui/coupon-words'
import { Icon } from '@/ui/icon'
import { usePhone } from '@/ui/phone'
import { tap } from '@/ui/tap'
import { copy, kindText, levelText } from './copy'
import { levelPercent, levelWords } from './level-words'
import './points.scss'

type Props = { readonly view: PointsView; readonly entries: readonly PointsEntry[]; readonly isEnd: boolean }

/** What one has and what it is worth, how far the next level is, how points come and go, and each time they did. */
export const PointsScreen = ({ view, entries, isEnd }: Props) => (
  <>
    <Card look="up">
      <View className="row sp">
        <View>
          <View className="points-balance">
            {view.balance}
            <View className="points-unit">{copy.unit}</View>
          </View>
          <View className="n2">{copy.worth(yuanText(view.worthFen))}</View>
        </View>
        <Button isSmall kind="line" onTap={go.home}>
          {copy.shop}
        </Button>
      </View>
      {view.frozen > 0 && <View className="n1 mt2">{copy.frozen(view.frozen)}</View>}
      {view.owed > 0 && <View className="n1 mt2">{copy.owed(view.owed)}</View>}
    </Card>
    <Level level={view.level} />
    <Card>
      <CardHead title={copy.how.title} />
      {copy.how.lines.map(({ icon, title, note }) => (
        <View className="points-how" key={title}>
          <Icon name={icon} size={20} className="leafy" />
          <View className="grow">
            <View>{title}</View>
            <View className="n1">{note}</View>
          </View>
        </View>
      ))}
    </Card>
    <Card>
      <CardHead title={copy.ledger.title} />
      {entries.length === 0 && <View className="n2 mt3">{copy.ledger.empty}</View>}
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </Card>
    {isEnd && entries.length > 0 && <View className="n1 center mt4">{copy.ledger.end}</View>}
  </>
)

const Level = ({ level }: Pick<PointsView, 'level'>) => {
  const now = usePhone().now()
  const percent = levelPercent(level)
  return (
    <Card>
      <View className="row sp">
        <View className="h">{copy.level.title}</View>
        <Chip tone="leaf" icon="leaf">
          {levelText[level.now]}
        </Chip>
      </View>
      <View className="points-bar" {...{ 'aria-hidden': 'true' }}>
        <View className="points-done" style={`width:${percent}%`} />
      </View>
      <View className="b">{levelWords(level)}</View>
      <View className="n1 mt1">
        {`${copy.level.spent(yuanText(level.spentFen))} · ${level.now === 'ordinary' ? copy.level.gain : checked(level, now)}`}
      </View>
    </Card>
  )
}

const checked = ({ checkedAt }: PointsView['level'], now: Parameters<typeof dayName>[1]): string =>
  checkedAt === null ? copy.level.gain : copy.level.checked(dayName(checkedAt, now))

const Entry = memo(({ entry: { kind, points, orderId, at } }: { readonly entry: PointsEntry }) => {
  const open = orderId ? () => go.order(orderId) : undefined
  const said = `${kindText[kind]}，${points}`
  return (
    <View className="points-entry" {...(open ? tap(open, `${said}，${copy.ledger.order}`, { role: 'link' }) : {})}>
      <View className="grow">
        <View>{kindText[kind]}</View>
        <View className="n1">{minuteText(at)}</View>
      </View>
      <View className={points > 0 ? 'b leafy' : 'b'}>{points > 0 ? `+${points}` : `−${-points}`}</View>
      {open && <Icon name="forward" size={14} className="line-go" />}
    </View>
  )
})
