import { Input } from 'antd'
import { Field } from '../parts/field'
import { PictureField } from '../parts/picture-uploader'
import { copy } from './copy'
import type { DraftBlock, Shown } from './draft'
import { ProductRowFields } from './product-row-fields'
import { ShortcutFields } from './shortcut-fields'
import { TargetField } from './target-field'

type Props = {
  block: DraftBlock
  products: readonly Shown[]
  onChange: (block: DraftBlock) => void
  onFound: (product: Shown) => void
}

export const BlockForm = ({ block, products, onChange, onFound }: Props) => {
  if (block.kind === 'shortcuts')
    return <ShortcutFields items={block.items} onChange={(items) => onChange({ ...block, items })} />
  return (
    <div className="fields is-single">
      {block.kind === 'banner' && (
        <Field label={copy.badge}>
          <Input
            value={block.badge ?? ''}
            maxLength={16}
            placeholder={copy.badgeHint}
            onChange={({ target }) => onChange({ ...block, badge: target.value || null })}
          />
        </Field>
      )}
      <Field label={copy.heading}>
        <Input
          value={block.title}
          maxLength={block.kind === 'banner' ? 20 : 16}
          showCount
          onChange={({ target }) => onChange({ ...block, title: target.value })}
        />
      </Field>
      <Field label={copy.subtitle}>
        <Input
          value={block.subtitle ?? ''}
          maxLength={block.kind === 'banner' ? 30 : 24}
          showCount
          onChange={({ target }) => onChange({ ...block, subtitle: target.value || null })}
        />
      </Field>
      {block.kind === 'banner' && (
        <div>
          <span className="field__label">
            {copy.picture} {copy.pictureNote}
          </span>
          <PictureField
            picture={block.picture}
            size={96}
            ratio={3}
            onChange={(picture) => onChange({ ...block, picture })}
          />
        </div>
      )}
      {block.kind === 'product-row' && (
        <ProductRowFields
          productIds={block.productIds}
          products={products}
          onFound={onFound}
          onChange={(productIds) => onChange({ ...block, productIds })}
        />
      )}
      <TargetField target={block.target} onChange={(target) => onChange({ ...block, target })} />
    </div>
  )
}
