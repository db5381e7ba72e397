/** A short list that comes whole: waiting, failed, empty or there, in one card. */
import { Table } from 'antd'
import type { TableColumnsType } from 'antd'
import type { ComponentProps } from 'react'
import { Card } from './page'
import { Empty, Failed, Skeleton } from './states'

type Props<Row> = {
  /** Not there yet while undefined. */
  rows: readonly Row[] | undefined
  columns: TableColumnsType<Row>
  error: unknown
  onRetry: () => void
  none: Pick<ComponentProps<typeof Empty>, 'icon' | 'title' | 'note'>
}

export const TableCard = <Row extends { id: string }>({ rows, columns, error, onRetry, none }: Props<Row>) => (
  <Card flush>
    {!rows && (error ? <Failed error={error} onRetry={onRetry} /> : <Skeleton rows={4} />)}
    {rows?.length === 0 && <Empty {...none} />}
    {rows && rows.length > 0 && (
      <Table<Row>
        size="small"
        rowKey="id"
        className="is-rounded"
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
      />
    )}
  </Card>
)
