import { Button } from 'antd'
import { useSearchParams } from 'react-router-dom'
import { dayText } from '@/domain/time'
import type { EpochMs } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { downloadCsv } from '../parts/csv'
import { FilterPill, TextPill } from '../parts/filter-pill'
import { Icon } from '../parts/icon'
import { useUrlState } from '../parts/url-state'
import { copy, deliveryNames } from './copy'
import { deliveries, filtersOf, sources, times } from './filters'
import { ViewPills } from './view-pills'

const words = copy.filters

const choices = <K extends string>(keys: readonly K[], names: Record<K, string>) =>
  keys.map((value) => ({ value, label: names[value] }))

export const FilterBar = ({ now }: { now: EpochMs }) => {
  const { search, change } = useUrlState()
  const can = useCan()
  const points = useCloud('staff-store', 'pickupPoints', {}, { isOff: !can('store.read') })
  const pickups = (points.data?.points ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const value = (key: string): string => search.get(key) ?? ''
  return (
    <div className="filter-pills">
      <TextPill name={words.text} value={value('text')} onChange={(text) => change({ text })} />
      <FilterPill
        name={words.time}
        value={value('time')}
        choices={choices(times, words.times)}
        onChange={(time) => change({ time })}
      />
      <FilterPill
        name={words.delivery}
        value={value('delivery')}
        choices={choices(deliveries, deliveryNames)}
        onChange={(delivery) => change({ delivery })}
      />
      <FilterPill
        name={words.source}
        value={value('source')}
        choices={choices(sources, words.sources)}
        onChange={(source) => change({ source })}
      />
      {pickups.length > 0 && (
        <FilterPill
          name={words.pickup}
          value={value('pickup')}
          choices={pickups}
          onChange={(pickup) => change({ pickup })}
        />
      )}
      <ViewPills />
      {can('order.export') && (
        <span className="filter-pills__end">
          <ExportButton now={now} />
        </span>
      )}
    </div>
  )
}

const ExportButton = ({ now }: { now: EpochMs }) => {
  const [search] = useSearchParams()
  const exporting = useAct(
    'staff-order',
    'exportCsv',
    {},
    {
      done: ({ rows, isCapped }) => copy.exported(rows, isCapped),
      onDone: ({ csv }) => downloadCsv(copy.exportName(dayText(now)), csv),
    },
  )
  return (
    <Button
      icon={<Icon name="download" size={14} />}
      loading={exporting.isBusy}
      onClick={() => void exporting.run(filtersOf(search, now))}
    >
      {copy.exportCsv}
    </Button>
  )
}
