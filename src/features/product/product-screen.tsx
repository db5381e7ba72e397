import type { ReactNode } from 'react'
import type { ProductView } from '@/contract/catalog'
import type { ProductId } from '@/domain/ids'
import { read } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { isFromMoments } from '@/platform/share'
import { ErrorState } from '@/ui/error-state'
import { Hint } from '@/ui/notice'
import { SkeletonProduct } from '@/ui/skeleton'
import { BuyBar, useWish } from './buy-bar'
import { copy, refused } from './copy'
import { ProductBody } from './product-body'
import type { AddToCart } from './shelf-card'

type Props = {
  readonly onAdd: AddToCart
  /** Draws the key that hands the page on. */
  readonly drawShare: (product: ProductView) => ReactNode
}

/** A product's page: one question, then everything to decide by. */
export const ProductScreen = ({ onAdd, drawShare }: Props) => {
  const { id: productId = '' } = useQuery()
  const screen = useScreen(() => read('catalog', 'product', { productId: productId as ProductId }), productId)
  if (screen.view) return <Product key={screen.view.id} product={screen.view} onAdd={onAdd} drawShare={drawShare} />
  if (!screen.trouble) return <SkeletonProduct />
  return <ProductTrouble trouble={screen.trouble} isAsking={screen.isAsking} onAgain={() => void screen.ask()} />
}

type ProductProps = Props & {
  readonly product: ProductView
  readonly above?: ReactNode
  readonly shareCode?: string
}

/** The page itself; from Moments it can only be read, as WeChat lets nothing else work there. */
export const Product = ({ product, onAdd, drawShare, above, shareCode }: ProductProps) => {
  const [wish, setWish] = useWish()
  if (isFromMoments()) {
    return (
      <>
        <ProductBody product={product} above={above} />
        <Hint icon="cart" tone="accent" className="moments">
          {copy.momentsTitle}，{copy.momentsNote}
        </Hint>
      </>
    )
  }
  return (
    <>
      <ProductBody product={product} above={above} onChoose={() => setWish('choose')} />
      <BuyBar
        product={product}
        onAdd={onAdd}
        shareCode={shareCode}
        share={drawShare(product)}
        wish={wish}
        onWish={setWish}
      />
    </>
  )
}

type TroubleProps = {
  readonly trouble: Parameters<typeof pageSaidOf>[0]
  readonly isAsking: boolean
  readonly onAgain: () => void
}

const ProductTrouble = ({ trouble, isAsking, onAgain }: TroubleProps) => {
  // a link that is no product's leads nowhere by asking again
  const isGone = trouble.refusal !== undefined
  const said = pageSaidOf(trouble, { ...refused, 'input.invalid': refused['product.unknown'] })
  return (
    <ErrorState
      {...said}
      facts={copy.safe}
      isBusy={isAsking}
      {...(isGone ? { action: copy.goHome, onTap: go.home } : { onTap: onAgain })}
    />
  )
}
