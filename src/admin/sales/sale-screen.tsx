/** One sale summed up: its steps and numbers, products by pick-up point, and at the right what waits to be decided. */
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import type { StaffSaleView } from '@/contract/staff-sale'
import { isId, type SaleId } from '@/domain/ids'
import { ReadRefused, useCloud } from '../cloud/use-cloud'
import { Columns, Page } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { Empty, Failed, Skeleton } from '../parts/states'
import { copy, saleStates } from './copy'
import { SaleActs } from './sale-acts'
import { copy as words } from './sale-copy'
import { SaleHead } from './sale-head'
import { SaleSide } from './sale-side'
import { SaleWork } from './sale-work'
import { useShortages } from './use-shortages'
import './sales.css'

const SIDE = 384

export const Screen = () => {
  const { saleId } = useParams()
  return isId('sal', saleId) ? <Opened key={saleId} saleId={saleId} /> : <Unknown />
}

const Opened = ({ saleId }: { saleId: SaleId }) => {
  const { data, error, refetch } = useCloud('staff-sale', 'sale', { saleId }, { every: 15_000 })
  if (data) return <Sale sale={data} />
  if (error instanceof ReadRefused && error.refusal.code === 'sale.unknown') return <Unknown />
  return (
    <Page title={copy.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={7} height={72} />}
    </Page>
  )
}

const Sale = ({ sale }: { sale: StaffSaleView }) => {
  const shortages = useShortages(sale)
  return (
    <Page
      title={sale.title}
      aside={
        <>
          <span>{words.crumb}</span>
          <StateTag {...saleStates[sale.state]} />
          <span>{words.community(sale.community?.name ?? null, sale.leader?.name ?? null)}</span>
        </>
      }
      actions={<SaleActs sale={sale} isShort={shortages.some(({ view }) => view?.decided === null)} />}
      fixed
    >
      <SaleHead sale={sale} />
      <div className="sale">
        <Columns side={SIDE}>
          <SaleWork sale={sale} shortages={shortages} />
          <SaleSide sale={sale} shortages={shortages} />
        </Columns>
      </div>
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
