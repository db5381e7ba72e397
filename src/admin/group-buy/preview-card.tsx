/** What the shopper will see: the card in the chat one place short of full, and the three prices side by side on the product's page. */
import type { CampaignSku } from '@/contract/staff-group-buy'
import type { Picture as PictureView } from '@/contract/views'
import { subtractFen } from '@/domain/money'
import type { Fen } from '@/domain/money'
import { MINUTE } from '@/domain/time'
import { Money, moneyText } from '../parts/money'
import { Card } from '../parts/page'
import { Picture } from '../parts/picture'
import { pricesOf } from './draft'
import type { Draft } from './draft'
import { durationText } from './duration-text'
import { copy } from './editor-copy'

type Props = {
  draft: Draft
  skus: readonly CampaignSku[]
  product: { title: string; picture: PictureView | null } | null
}

type Shown = { priceFen: Fen; sku: CampaignSku }

const words = copy.preview

/** The cheapest one stands on the card, as on the shop's own. */
const cheapest = (draft: Draft, skus: readonly CampaignSku[]): Shown | null =>
  pricesOf(draft).reduce<Shown | null>((best, { skuId, priceFen }) => {
    const sku = skus.find((each) => each.skuId === skuId)
    return sku && (!best || priceFen < best.priceFen) ? { priceFen, sku } : best
  }, null)

export const PreviewCard = ({ draft, skus, product }: Props) => {
  const shown = cheapest(draft, skus)
  return (
    <Card title={words.title} aside={words.aside} className="preview">
      {product && shown ? (
        <div className="preview__pair">
          <ShareCard draft={draft} product={product} shown={shown} />
          <PriceStack draft={draft} product={product} shown={shown} />
        </div>
      ) : (
        <p className="nothing-yet aside">{words.none}</p>
      )}
    </Card>
  )
}

type PartProps = { draft: Draft; product: NonNullable<Props['product']>; shown: Shown }

const ShareCard = ({ draft: { size }, product, shown }: PartProps) => (
  <div className="share-card">
    <div className="share-card__top">
      <p className="share-card__missing">
        {words.missing} <b>1</b> {words.missingUnit}
      </p>
      <Picture picture={product.picture} size={104} radius={14} />
      <span className="share-card__people">
        <span className="share-card__seats">
          {Array.from({ length: size }, (_, seat) => (
            <i key={seat} className={seat === size - 1 ? 'is-free' : ''}>
              {seat === size - 1 ? words.you : ''}
            </i>
          ))}
        </span>
        {words.current(size - 1, size)}
      </span>
    </div>
    <div className="share-card__foot">
      <span className="share-card__name">
        <b>{product.title}</b>
        {words.refund}
      </span>
      <span className="right">
        <Money amount={shown.priceFen} weight={650} />
        <span className="second">{words.alone(moneyText(shown.sku.salePriceFen))}</span>
      </span>
    </div>
  </div>
)

const PriceStack = ({ draft, product, shown: { priceFen, sku } }: PartProps) => (
  <div className="price-stack">
    <dl className="price-stack__prices">
      <div className="is-group">
        <dt>{words.group(draft.size)}</dt>
        <dd>
          <Money amount={priceFen} weight={650} />
        </dd>
      </div>
      {sku.memberPriceFen !== null && (
        <div>
          <dt>{words.member}</dt>
          <dd>
            <Money amount={sku.memberPriceFen} />
          </dd>
        </div>
      )}
      <div>
        <dt>{words.single}</dt>
        <dd>
          <Money amount={sku.salePriceFen} />
        </dd>
      </div>
    </dl>
    <p className="price-stack__name">
      {product.title}
      {priceFen < sku.salePriceFen && (
        <span className="price-stack__saves">{words.saves(moneyText(subtractFen(sku.salePriceFen, priceFen)))}</span>
      )}
    </p>
    <p className="price-stack__rules aside">
      {words.rules(durationText(draft.lifeMinutes * MINUTE), words.threshold(draft.minSize))}
    </p>
    <div className="price-stack__dock">
      <span>
        <Money amount={sku.salePriceFen} />
        {words.single}
      </span>
      <span className="is-group">
        <Money amount={priceFen} />
        {words.open(draft.size)}
      </span>
    </div>
  </div>
)
