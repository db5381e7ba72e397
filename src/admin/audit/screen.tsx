/** Who did what, to what, when; each row opens to what was there before and after. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { CallInput, CallOutput } from '@/contract/index'
import type { AuditRow } from '@/contract/staff'
import { isId } from '@/domain/ids'
import { minuteText } from '@/domain/time'
import { useCan } from '../cloud/session'
import { read, useCloud } from '../cloud/use-cloud'
import { TopTools } from '../frame/top-tools'
import { FilterPill, TextPill } from '../parts/filter-pill'
import { orderNumberText } from '../parts/order-number'
import { Card, Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { useUrlState } from '../parts/url-state'
import { Changes } from './changes'
import { actionNames, copy } from './copy'
import { changesOf, changeText } from './field-changes'
import './audit.css'

type Filter = Omit<CallInput<'staff', 'audit'>, 'cursor'>

const filterOf = (search: URLSearchParams): Filter => {
  const staffId = search.get('staff')
  const action = search.get('action')
  const subject = search.get('subject')?.trim().slice(0, 60)
  return {
    ...(isId('stf', staffId) ? { staffId } : {}),
    ...(action ? { action: action.slice(0, 60) } : {}),
    ...(subject ? { subject } : {}),
  }
}

/** An order is known by its number. */
const nameText = (name: string): string => (/^\d{18}$/.test(name) ? orderNumberText(name) : name)

const Who = ({ row: { staffName, isLeader } }: { row: AuditRow }) => (
  <>
    {staffName}
    {isLeader && <span className="second">{copy.leader}</span>}
  </>
)

const words = copy.columns
const columns: TableColumnsType<AuditRow> = [
  { title: words.at, width: 110, render: (_, { at }) => <span className="aside">{minuteText(at)}</span> },
  { title: words.who, width: 110, render: (_, row) => <Who row={row} /> },
  { title: words.action, width: 140, render: (_, { action }) => actionNames[action] ?? action },
  {
    title: words.subject,
    width: 220,
    render: (_, { subject, subjectName }) => (
      <>
        {nameText(subjectName ?? subject)}
        {subjectName && <span className="second">{subject}</span>}
      </>
    ),
  },
  {
    title: words.change,
    ellipsis: true,
    render: (_, row) => {
      const changes = changesOf(row).map(changeText).join('；')
      return (
        <span className="aside" title={changes}>
          {changes}
        </span>
      )
    },
  },
]

export const Screen = () => {
  const { search } = useUrlState()
  const filter = filterOf(search)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['staff', 'audit', filter],
    queryFn: ({ pageParam, signal }): Promise<CallOutput<'staff', 'audit'>> =>
      read('staff', 'audit', { ...filter, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page title={copy.title} aside={copy.aside} actions={<TopTools />} fixed>
      <Filters />
      <Card flush className="audit">
        <div className="scroll-body">
          {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={10} />)}
          {data && rows.length === 0 && <Empty icon="audit" title={copy.none} note={copy.noneNote} />}
          {rows.length > 0 && (
            <Table<AuditRow>
              size="small"
              rowKey="id"
              sticky
              columns={columns}
              dataSource={rows}
              pagination={false}
              expandable={{ expandedRowRender: (row) => <Changes row={row} />, expandRowByClick: true }}
            />
          )}
          {hasNextPage && (
            <p className="audit__older">
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {copy.older}
              </Button>
            </p>
          )}
        </div>
      </Card>
    </Page>
  )
}

const Filters = () => {
  const { search, change } = useUrlState()
  const can = useCan()
  const { data } = useCloud('staff', 'list', {}, { isOff: !can('staff.read') })
  return (
    <div className="filter-pills">
      {data && (
        <FilterPill
          name={copy.filters.staff}
          value={search.get('staff') ?? ''}
          choices={data.staff.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(staff) => change({ staff })}
        />
      )}
      <FilterPill
        name={copy.filters.action}
        value={search.get('action') ?? ''}
        choices={Object.entries(actionNames).map(([value, label]) => ({ value, label }))}
        onChange={(action) => change({ action })}
      />
      <TextPill
        name={copy.filters.subject}
        value={search.get('subject') ?? ''}
        onChange={(subject) => change({ subject })}
      />
    </div>
  )
}
