/** What is handed over on one day, over all sales: what to buy in, and the driver's list, stop by stop. */
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router-dom'
import type { DayRollUp } from '@/contract/staff-sale'
import { DAY, dayText, epochMs, later } from '@/domain/time'
import { useCloud } from '../cloud/use-cloud'
import { Icon } from '../parts/icon'
import { Card, Columns, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { useUrlState } from '../parts/url-state'
import { copy as sales, saleStates } from './copy'
import { copy } from './day-copy'
import { DayTable } from './day-table'
import { printBuying, printDriving } from './print-day'
import { placeName } from './places'
import { SalesNav } from './sales-nav'
import './sales.css'
import './day.css'

const SIDE = 384
const isDay = (text: string | null): text is string => text !== null && /^20\d{2}-\d{2}-\d{2}$/.test(text)

export const Screen = () => {
  const { search, change } = useUrlState()
  const asked = search.get('day')
  const day = isDay(asked) ? asked : dayText(epochMs(Date.now()))
  const { data, error, refetch } = useCloud('staff-sale', 'day', { day }, { keepsPrevious: true, every: 60_000 })
  const isEmpty = data?.sales.length === 0
  return (
    <Page
      title={sales.title}
      aside={<SalesNav />}
      actions={
        data &&
        !isEmpty && (
          <>
            <Button icon={<Icon name="printer" size={14} />} onClick={() => printBuying(data)}>
              {copy.printBuy}
            </Button>
            <Button icon={<Icon name="printer" size={14} />} onClick={() => printDriving(data)}>
              {copy.printDrive}
            </Button>
          </>
        )
      }
    >
      <div className="filter-pills">
        <DayPicker day={day} onChange={(next) => change({ day: next })} />
      </div>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={7} height={60} />)}
      {data && isEmpty && (
        <Card>
          <Empty icon="truck" title={copy.none} note={copy.noneNote}>
            <Link to="/sales">
              <Button>{sales.rooms.sales}</Button>
            </Link>
          </Empty>
        </Card>
      )}
      {data && !isEmpty && <Day day={data} />}
    </Page>
  )
}

const DayPicker = ({ day, onChange }: { day: string; onChange: (day: string) => void }) => {
  const at = epochMs(Date.parse(`${day}T00:00:00+08:00`))
  const by = (days: number): void => onChange(dayText(later(at, days * DAY)))
  return (
    <span className="day__picker">
      <Button aria-label={copy.yesterday} onClick={() => by(-1)}>
        ‹
      </Button>
      <DatePicker
        aria-label={copy.day}
        value={dayjs(day)}
        format="YYYY-MM-DD"
        allowClear={false}
        onChange={(picked) => picked && onChange(picked.format('YYYY-MM-DD'))}
      />
      <Button aria-label={copy.tomorrow} onClick={() => by(1)}>
        ›
      </Button>
    </span>
  )
}

const Day = ({ day }: { day: DayRollUp }) => {
  const units = day.rows.reduce((n, { sold, cut }) => n + sold - cut, 0)
  return (
    <Columns side={SIDE}>
      <Card flush title={copy.buy} aside={copy.buyNote(day.sales.length, units)}>
        <DayTable day={day} />
      </Card>
      <div className="day__side">
        <Card
          title={copy.drive}
          aside={copy.driveNote(
            day.stops.length,
            day.stops.reduce((n, { bags }) => n + bags, 0),
          )}
        >
          <ol className="day__stops">
            {day.stops.map(({ place, bags, units: loaded, items }, i) => {
              const { name, keeper } = placeName(day.pickupPoints, place)
              return (
                <li key={place ?? 'home'}>
                  <p>
                    <b>
                      {copy.stop(i + 1)} · {name}
                    </b>
                    <span className="aside">{keeper}</span>
                    <span className="day__sum">{copy.sum(bags, loaded)}</span>
                  </p>
                  <p className="places__goods aside">
                    {items.map(({ skuId, label, quantity }) => (
                      <span key={skuId}>
                        {label}×{quantity}
                      </span>
                    ))}
                  </p>
                </li>
              )
            })}
          </ol>
        </Card>
        <Card title={copy.sales}>
          <ul className="day__sales">
            {day.sales.map(({ id, title, leader, state, people, units: sold }) => (
              <li key={id}>
                <span>
                  <Link to={`/sales/${id}`} className="quiet-link">
                    {title}
                  </Link>
                  <span className="second">{[leader ?? sales.own, copy.facts(people, sold)].join(' · ')}</span>
                </span>
                <StateTag {...saleStates[state]} filled={false} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Columns>
  )
}
