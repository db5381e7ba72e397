/** The draft as a shopper would see it, drawn to the phone's own tokens at 320 px. A press on a block opens it. */
import { useMe } from '../cloud/session'
import { Icon } from '../parts/icon'
import { Money } from '../parts/money'
import { Picture } from '../parts/picture'
import { copy } from './copy'
import type { DraftBlock, Placed, Shown } from './draft'
import './phone-preview.css'

type Props = {
  placed: readonly Placed[]
  products: readonly Shown[]
  openKey: string | undefined
  onOpen: (key: string) => void
}

export const PhonePreview = ({ placed, products, openKey, onOpen }: Props) => {
  const { storeName } = useMe()
  return (
    <div className="phone">
      <div className="phone__screen">
        <p className="phone__store">{storeName}</p>
        <p className="phone__search">
          <Icon name="search" size={13} /> {copy.search}
        </p>
        {placed
          .filter(({ isHidden }) => !isHidden)
          .map(({ key, block }) => (
            <button
              key={key}
              type="button"
              className={`phone__block${key === openKey ? ' is-open' : ''}`}
              onClick={() => onOpen(key)}
            >
              <Block block={block} products={products} />
            </button>
          ))}
        <p className="phone__feed">{copy.feed}</p>
      </div>
    </div>
  )
}

const Block = ({ block, products }: { block: DraftBlock; products: readonly Shown[] }) => {
  switch (block.kind) {
    case 'banner':
      return (
        <span className="phone-banner">
          {block.picture && <img src={block.picture.url} alt="" />}
          <span className="phone-banner__words">
            {block.badge && <span className="phone-banner__badge">{block.badge}</span>}
            <b>{block.title || copy.heading}</b>
            <span className="second">{block.subtitle}</span>
          </span>
        </span>
      )
    case 'shortcuts':
      return (
        <span className="phone-shortcuts">
          {block.items.map(({ title, picture }, at) => (
            <span key={at}>
              <Picture picture={picture} size={40} radius={12} />
              {title || copy.shortcutName}
            </span>
          ))}
        </span>
      )
    case 'product-row':
      return (
        <span className="phone-row">
          <span className="phone-row__head">
            <b>{block.title || copy.heading}</b>
            <span className="second">{block.subtitle}</span>
          </span>
          <span className="phone-row__goods">
            {block.productIds.map((id) => {
              const product = products.find((shown) => shown.id === id)
              return product && <Goods key={id} product={product} />
            })}
          </span>
        </span>
      )
    default:
      return block satisfies never
  }
}

const Goods = ({ product: { title, picture, priceFen, isFrom } }: { product: Shown }) => (
  <span className="phone-goods">
    <Picture picture={picture} size={82} radius={10} />
    <span className="phone-goods__title">{title}</span>
    <span className="phone-goods__price">
      <Money amount={priceFen} />
      {isFrom && <small>{copy.from}</small>}
    </span>
  </span>
)
