/** The arrangement as it is being edited. Targets and pictures may be unfinished here; the server takes none of that. */
import type { CallInput, CallOutput } from '@/contract/index'
import type { StoredBlock } from '@/contract/staff-store'
import type { Picture } from '@/contract/views'
import type { ProductId } from '@/domain/ids'
import type { Fen } from '@/domain/money'
import { copy } from './copy'

export type Kind = StoredBlock['kind']
export type Target = Extract<StoredBlock, { kind: 'banner' }>['target']
export type BannerBlock = Extract<StoredBlock, { kind: 'banner' }>
export type ProductRowBlock = Extract<StoredBlock, { kind: 'product-row' }>
/** A shortcut without a picture is being made. */
export type Shortcut = { title: string; picture: Picture | null; target: DraftTarget }
export type DraftTarget = Target | { to: 'product' | 'category'; id: null }

export type DraftBlock =
  | (Omit<BannerBlock, 'target' | 'picture'> & { target: DraftTarget; picture: Picture | null })
  | { kind: 'shortcuts'; items: readonly Shortcut[] }
  | (Omit<ProductRowBlock, 'target'> & { target: DraftTarget })

/** `key` names the block while it is moved about; the server gives none of it back. */
export type Placed = { key: string; block: DraftBlock; isHidden: boolean }
/** What the preview draws of a product. */
export type Shown = { id: ProductId; title: string; picture: Picture | null; priceFen: Fen; isFrom: boolean }

export const placedOf = ({ blocks }: CallOutput<'staff-store', 'homeBlocks'>): Placed[] =>
  blocks.map(({ id, block, isHidden }) => ({ key: id, block, isHidden }))

export const newBlock = (kind: Kind): DraftBlock => {
  switch (kind) {
    case 'banner':
      return { kind, badge: null, title: '', subtitle: null, picture: null, target: { to: 'none' } }
    case 'shortcuts':
      return { kind, items: [{ title: '', picture: null, target: { to: 'category', id: null } }] }
    case 'product-row':
      return { kind, title: '', subtitle: null, productIds: [], target: { to: 'none' } }
    default:
      return kind satisfies never
  }
}

export const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((old, place) => (place === at ? value : old))

const isTargetReady = (target: DraftTarget): target is Target =>
  'id' in target ? target.id !== null : 'text' in target ? target.text.trim() !== '' : true

/** The first thing that keeps the arrangement from being saved; undefined if nothing does. */
export const whyNot = (placed: readonly Placed[]): string | undefined => {
  for (const { block } of placed) {
    if (block.kind === 'shortcuts') {
      if (block.items.some(({ title, picture }) => !title.trim() || !picture)) return copy.unfinished.shortcut
      if (!block.items.every(({ target }) => isTargetReady(target))) return copy.unfinished.target
      continue
    }
    if (!block.title.trim()) return copy.unfinished.title
    if (block.kind === 'product-row' && block.productIds.length === 0) return copy.unfinished.products
    if (!isTargetReady(block.target)) return copy.unfinished.target
  }
  return undefined
}

type SaveInput = CallInput<'staff-store', 'saveHomeBlocks'>

/** Only after `whyNot` found nothing: what it checks is taken as given. */
export const saveInput = (placed: readonly Placed[]): SaveInput => ({
  blocks: placed.map(({ block, isHidden }) => ({ block: block as SaveInput['blocks'][number]['block'], isHidden })),
})
