/** One product: opened from the list, or a new one. */
import { Button } from 'antd'
import { Link, useParams } from 'react-router-dom'
import { isId } from '@/domain/ids'
import type { ProductId } from '@/domain/ids'
import { ReadRefused, useCloud } from '../cloud/use-cloud'
import { Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { copy, editorCopy } from './copy'
import { Editor } from './editor'

export const Screen = () => {
  const { productId } = useParams()
  if (productId === 'new') return <Editor key="new" product={null} />
  return isId('prd', productId) ? <Opened key={productId} productId={productId} /> : <Unknown />
}

const Opened = ({ productId }: { productId: ProductId }) => {
  const { data, error, refetch } = useCloud('staff-catalog', 'product', { productId })
  if (data) return <Editor product={data} />
  if (error instanceof ReadRefused && error.refusal.code === 'product.unknown') return <Unknown />
  return (
    <Page title={editorCopy.basic.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={6} height={90} />}
    </Page>
  )
}

const Unknown = () => (
  <Empty icon="bag" title={copy.unknown} note={copy.unknownNote}>
    <Link to="/products">
      <Button>{copy.toList}</Button>
    </Link>
  </Empty>
)
