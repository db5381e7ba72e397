import { useReducer, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { ProductView } from '@/contract/catalog'
import type { ProductId } from '@/domain/ids'
import { read } from '@/platform/call'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { useScreen, type Trouble } from '@/platform/screen'
import { isFromMoments } from '@/platform/share'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { Hint } from '@/ui/notice'
import { usePhone } from '@/ui/phone'
import { SkeletonProduct } from '@/ui/skeleton'
import { BuyBar, useWish } from './buy-bar'
import { copy, refused } from './copy'
import { flashOffer } from './flash-offer'
import { ProductBody } from './product-body'
import type { AddToCart } from './shelf-card'

type Props = {
  readonly onAdd: AddToCart
  /** Puts around the page what hands it on; `draw` gets the way to open it. */
  readonly withShare: (product: ProductView, draw: (onShare: () => void) => ReactNode) => ReactNode
  /** The neighbours' groups, where a campaign runs; another feature draws them. */
  readonly drawGroups: (product: ProductView) => ReactNode
  /** A coupon that fits it, where one is unclaimed; another feature draws it. */
  readonly drawOffer: (offer: NonNullable<ProductView['offer']>) => ReactNode
}

/** A product's page: one question, then everything to decide by. */
export const ProductScreen = (props: Props) => {
  const { id = '' } = useQuery()
  // another product is another page, even where the web keeps this one
  return <Asked key={id} productId={id as ProductId} {...props} />
}

const Asked = ({ productId, ...props }: Props & { readonly productId: ProductId }) => {
  const screen = useScreen(() => read('catalog', 'product', { productId }))
  if (screen.view) return <Product product={screen.view} {...props} />
  if (!screen.trouble) return <SkeletonProduct />
  return <ProductTrouble trouble={screen.trouble} isAsking={screen.isAsking} onAgain={() => void screen.ask()} />
}

type ProductProps = Props & {
  readonly product: ProductView
  readonly above?: ReactNode
  readonly shareCode?: string
}

/** The page itself; from Moments it can only be read, as WeChat lets nothing else work there. */
export const Product = ({ product, onAdd, withShare, drawGroups, drawOffer, above, shareCode }: ProductProps) => {
  const [wish, setWish] = useWish()
  const [, turn] = useReducer((turns: number) => turns + 1, 0)
  const flash = flashOffer(product.flash, usePhone().now())
  if (isFromMoments()) {
    return (
      <>
        <ProductBody product={product} above={above} flash={flash} />
        <Hint icon="cart" tone="accent" className="moments">
          {copy.momentsTitle}，{copy.momentsNote}
        </Hint>
      </>
    )
  }
  return withShare(product, (onShare) => (
    <>
      <ProductBody
        product={product}
        above={above}
        flash={flash}
        onTurn={turn}
        neighbours={product.group && drawGroups(product)}
        offer={product.offer && drawOffer(product.offer)}
        onChoose={() => setWish('choose')}
      />
      <BuyBar
        product={product}
        flash={flash}
        onAdd={onAdd}
        shareCode={shareCode}
        onShare={onShare}
        wish={wish}
        onWish={setWish}
      />
    </>
  ))
}

type TroubleProps = {
  readonly trouble: Trouble
  readonly isAsking: boolean
  readonly onAgain: () => void
}

/** Below the arrow, which lies over the page. A link that is no product's leads nowhere by asking again. */
const ProductTrouble = ({ trouble, isAsking, onAgain }: TroubleProps) => {
  const { statusHeight, barHeight } = usePhone()
  return (
    <View style={`padding-top:${statusHeight + barHeight}px`}>
      {trouble.refusal ? (
        <EmptyState title={refused['product.unknown']} note={copy.goneNote} action={copy.goHome} onTap={go.home} />
      ) : (
        <ErrorState {...pageSaidOf(trouble)} facts={copy.safe} isBusy={isAsking} onTap={onAgain} />
      )}
    </View>
  )
}
