/** The books of the whole shop: what lies on each account, and what the nightly check found. */
import { useState } from 'react'
import { Button, Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { LedgerCheck } from '@/contract/staff-commission'
import { accounts, type Account } from '@/domain/commission/ledger'
import { addFen, fen, ZERO } from '@/domain/money'
import { minuteText } from '@/domain/time'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Icon } from '../parts/icon'
import { Money, moneyText } from '../parts/money'
import { Card, Columns, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { ReasonDialog } from '../promotion/reason-dialog'
import { copy, settleRefusals } from './books-copy'
import { CommissionNav } from './commission-nav'
import { accountNames, copy as section } from './copy'
import './commission.css'

const SIDE = 332

export const Screen = () => {
  const { data, error, refetch } = useCloud('staff-commission', 'checkLedger', {})
  const checking = useAct('staff-commission', 'checkLedger', {}, { done: copy.checkedNow })
  return (
    <Page
      title={section.title}
      aside={<CommissionNav />}
      actions={
        <>
          {data && (
            <span className="aside">{data.checkedAt ? copy.checked(minuteText(data.checkedAt)) : copy.never}</span>
          )}
          <Button
            icon={<Icon name="retry" size={14} />}
            loading={checking.isBusy}
            onClick={() => void checking.run({ again: true })}
          >
            {copy.again}
          </Button>
        </>
      }
    >
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={52} />)}
      {data && (
        <Columns side={SIDE}>
          <Findings check={data} />
          <Balances check={data} />
        </Columns>
      )}
    </Page>
  )
}

const Balances = ({ check: { balances, isZero } }: { check: LedgerCheck }) => (
  <Card
    title={copy.balances}
    aside={copy.balancesNote}
    className="books books--whole"
    action={
      <span className={isZero ? 'books__zero' : 'books__wrong'}>
        <Icon name={isZero ? 'check' : 'warn'} size={12} />
        {isZero ? copy.zero : copy.notZero}
      </span>
    }
  >
    <dl className="books__lines">
      {accounts.map((account) => (
        <div key={account}>
          <dt>{accountNames[account]}</dt>
          <dd>
            <Money amount={balances[account]} weight={400} />
          </dd>
        </div>
      ))}
      <div className="books__total">
        <dt>{copy.total}</dt>
        <dd>
          <Money amount={addFen(ZERO, ...accounts.map((account) => balances[account]))} />
        </dd>
      </div>
    </dl>
  </Card>
)

type Finding = LedgerCheck['findings'][number]

const Findings = ({ check: { findings } }: { check: LedgerCheck }) => {
  const can = useCan()
  const [settled, setSettled] = useState<Finding | null>(null)
  const settling = useAct('staff-commission', 'settleFinding', settleRefusals, { done: copy.settleDone })
  const columns: TableColumnsType<Finding> = [
    { title: copy.columns.kind, width: 170, render: (_, { kind }) => copy.kinds[kind] ?? kind },
    { title: copy.columns.leader, width: 84, render: (_, { leader }) => leader ?? '—' },
    {
      title: copy.columns.facts,
      render: (_, { facts }) => <span className="books__facts">{factsText(facts)}</span>,
    },
    {
      title: copy.columns.found,
      width: 104,
      render: (_, { foundAt }) => <span className="aside">{minuteText(foundAt)}</span>,
    },
    {
      title: copy.columns.state,
      width: 190,
      render: (_, { settled: done, mendedAt }) => (
        <>
          <StateTag tone={done ? 'done' : 'late'} text={done ? copy.settled : copy.open} />
          {done && <div className="books__remark">{done.remark}</div>}
          {done && <div className="aside">{copy.settledBy(done.by, minuteText(done.at))}</div>}
          {mendedAt !== null && <div className="aside">{copy.mended(minuteText(mendedAt))}</div>}
        </>
      ),
    },
    {
      width: 84,
      align: 'right',
      render: (_, finding) =>
        finding.settled === null && can('commission.write') ? (
          <Button size="small" onClick={() => setSettled(finding)}>
            {copy.settle}
          </Button>
        ) : null,
    },
  ]
  return (
    <Card flush title={copy.findings} aside={copy.findingsNote}>
      {findings.length === 0 ? (
        <Empty icon="shield" title={copy.none} note={copy.noneNote} />
      ) : (
        <Table<Finding> size="small" rowKey="id" pagination={false} dataSource={[...findings]} columns={columns} />
      )}
      {settled && (
        <ReasonDialog
          title={copy.settleTitle}
          note={copy.settleNote}
          act={copy.settle}
          hint={copy.settleHint}
          isDanger={false}
          isBusy={settling.isBusy}
          onClose={() => setSettled(null)}
          onSure={async (remark) => {
            if (await settling.run({ id: settled.id, remark })) setSettled(null)
          }}
        />
      )}
    </Card>
  )
}

const told = Object.keys(copy.facts)

/** Names and numbers as they were found, which before how much: for whoever looks into it. */
const factsText = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .sort(([a], [b]) => told.indexOf(a) - told.indexOf(b))
    .map(([name, value]) => `${copy.facts[name] ?? name} ${factText(name, value)}`)
    .join(' · ')

const factText = (name: string, value: unknown): string => {
  if (name.endsWith('Fen') && typeof value === 'number') return moneyText(fen(value))
  if (name === 'account') return accountNames[value as Account] ?? String(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
