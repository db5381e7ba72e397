/** Groups that fill right now and what became of the others; a row opens its people. */
import { Suspense, lazy } from 'react'
import { Button } from 'antd'
import type { CallInput } from '@/contract/index'
import type { StaffGroupRow } from '@/contract/staff-group-buy'
import { isId } from '@/domain/ids'
import { yuanText } from '@/domain/money'
import { dayText, epochMs, minuteText } from '@/domain/time'
import { useCan } from '../cloud/session'
import { read, useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { FilterPill } from '../parts/filter-pill'
import { Icon } from '../parts/icon'
import { Card, Page } from '../parts/page'
import { Pager } from '../parts/pager'
import { Empty, Failed, Skeleton } from '../parts/states'
import { StatusTabs } from '../parts/status-tabs'
import { oneOf, pageOf, useUrlState } from '../parts/url-state'
import { copy as section } from './copy'
import { useExport } from './export-rows'
import { copy, groupState } from './groups-copy'
import { GroupsTable } from './groups-table'
import { SectionNav } from './section-nav'

const GroupDrawer = lazy(() => import('./group-drawer'))

const tabs = ['open', 'full', 'expired', 'refunded', 'all'] as const
const PAGE_SIZE = 20
const WHOLE_CHOICE = 50
const EXPORT_PAGE = 50

type Input = CallInput<'staff-group-buy', 'groups'>

const inputOf = (search: URLSearchParams): Input => {
  const campaignId = search.get('campaign')
  return {
    tab: oneOf(tabs, search.get('tab'), 'open'),
    ...(isId('gcp', campaignId) ? { campaignId } : {}),
    page: pageOf(search),
    pageSize: PAGE_SIZE,
  }
}

export const Screen = () => {
  const { search, change } = useUrlState()
  const input = inputOf(search)
  const { data, error, refetch } = useCloud('staff-group-buy', 'groups', input, { keepsPrevious: true, every: 15_000 })
  const can = useCan()
  const open = search.get('open')
  const isEmpty = data !== undefined && data.rows.length === 0
  return (
    <Page title={section.title} aside={<SectionNav />} actions={<TopTools />} fixed>
      <div className="filter-pills">
        <CampaignPill value={input.campaignId ?? ''} onChange={(campaign) => change({ campaign })} />
        {can('order.export') && (
          <span className="filter-pills__end">
            <ExportButton input={input} />
          </span>
        )}
      </div>
      <Card flush className="group-buy">
        <StatusTabs
          tabs={tabs.map((key) => ({ key, label: copy.tabs[key], count: data?.counts[key] }))}
          active={input.tab ?? 'open'}
          onChange={(tab) => change({ tab: tab === 'open' ? undefined : tab })}
        />
        <div className="scroll-body">
          {!data &&
            (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={9} height={44} />)}
          {isEmpty && (
            <Empty
              icon="people"
              title={input.tab === 'open' ? copy.none : copy.noneHere}
              {...(input.tab === 'open' ? { note: copy.noneNote } : {})}
            >
              {input.campaignId && <Button onClick={() => change({ campaign: undefined })}>{copy.clearFilter}</Button>}
            </Empty>
          )}
          {data && !isEmpty && <GroupsTable rows={data.rows} onOpen={(id) => change({ open: id })} />}
        </div>
        {data && <Pager total={data.total} pageSize={PAGE_SIZE} />}
      </Card>
      {isId('grp', open) && (
        <Suspense fallback={null}>
          <GroupDrawer groupId={open} onClose={() => change({ open: undefined })} />
        </Suspense>
      )}
    </Page>
  )
}

const CampaignPill = ({ value, onChange }: { value: string; onChange: (campaignId: string) => void }) => {
  const { data } = useCloud('staff-group-buy', 'campaigns', { pageSize: WHOLE_CHOICE })
  const choices = (data?.rows ?? []).filter(({ status }) => status !== 'draft')
  return (
    <FilterPill
      name={copy.campaign}
      value={value}
      choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  )
}

const time = (at: StaffGroupRow['openedAt']): string => (at ? minuteText(at) : '')
const words = copy.columns

const ExportButton = ({ input }: { input: Input }) => {
  const { run, isBusy } = useExport(
    async (page) => {
      const { rows } = await read('staff-group-buy', 'groups', { ...input, page, pageSize: EXPORT_PAGE })
      return { rows, isMore: rows.length === EXPORT_PAGE }
    },
    {
      fileName: copy.exportName(dayText(epochMs(Date.now()))),
      head: [
        ...[copy.campaign, copy.drawer.size, words.leader, words.people, words.state, words.opened],
        ...[copy.drawer.deadline, copy.drawer.filled, words.refunds, copy.tabs.refunded],
      ],
      cellsOf: ({ campaignName, size, leader, confirmed, state, openedAt, deadlineAt, filledAt, refunds }) => [
        ...[campaignName, size, leader, confirmed, groupState(state, refunds.failed).text, time(openedAt)],
        ...[time(deadlineAt), time(filledAt), yuanText(refunds.amountFen), `${refunds.done}/${refunds.all}`],
      ],
      done: copy.exported,
    },
  )
  return (
    <Button icon={<Icon name="download" size={14} />} loading={isBusy} onClick={() => void run()}>
      {copy.exportCsv}
    </Button>
  )
}
