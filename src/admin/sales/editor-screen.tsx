/** The store's own sale: a new one, a draft, or one that is open and may still change a little. */
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import { isId, type SaleId } from '@/domain/ids'
import { ReadRefused, useCloud } from '../cloud/use-cloud'
import { Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { copy } from './copy'
import { copy as words } from './editor-copy'
import { SaleEditor } from './sale-editor'

export const Screen = () => {
  const { saleId } = useParams()
  if (saleId === undefined) return <Opened key="new" saleId={null} />
  return isId('sal', saleId) ? <Opened key={saleId} saleId={saleId} /> : <Unknown />
}

const Opened = ({ saleId }: { saleId: SaleId | null }) => {
  const { data, error, refetch } = useCloud('staff-sale', 'draft', saleId ? { saleId } : {}, { isStill: true })
  if (data) return <SaleEditor key={`${data.id} ${data.version}`} view={data} isNew={saleId === null} />
  if (error instanceof ReadRefused && error.refusal.code === 'sale.unknown') return <Unknown />
  return (
    <Page title={words.new}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={110} />}
    </Page>
  )
}

const Unknown = () => (
  <Empty icon="chain" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/sales">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)
