/** Everything of a product on one screen; nothing is saved before the button is pressed, and then all at once. */
import { useMemo, useState } from 'react'
import { Button, Segmented } from 'antd'
import { Link, useNavigate } from 'react-router-dom'
import type { ProductStatus, StaffProduct } from '@/contract/staff-catalog'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Card, Page } from '../parts/page'
import { PictureUploader } from '../parts/picture-uploader'
import { StateTag } from '../parts/state-cell'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { Ledger } from '../stock/ledger'
import { BasicCard } from './basic-card'
import { categoryPath } from './category-choices'
import { copy, editorCopy as words, statusNames, statusTones } from './copy'
import { countChanges, draftOf, emptyDraft, saveInput } from './draft'
import type { Draft } from './draft'
import { MoreCard } from './more-card'
import { SkuCard } from './sku-card'
import './editor.css'

const statuses = (['draft', 'on', 'off'] as const satisfies readonly ProductStatus[]).map((value) => ({
  value,
  label: statusNames[value],
}))

/** Why it can't be saved yet, in words; undefined if it can. */
const whyNot = (draft: Draft): string | undefined => {
  if (!draft.title.trim()) return words.noTitle
  if (draft.categoryId === null) return words.noCategory
  const unpriced = draft.skus.filter(({ priceFen }) => priceFen === null).length
  return unpriced > 0 ? words.noPrice(unpriced) : undefined
}

/** What is being edited, from the version it was opened at; a newer one is taken over while nothing is changed here. */
const useDraft = (product: StaffProduct | null) => {
  const [base, setBase] = useState(product)
  const [seen, setSeen] = useState(product)
  const kept = useMemo(() => (base ? draftOf(base) : emptyDraft), [base])
  const [draft, setDraft] = useState(kept)
  const changes = countChanges(draft, kept)
  const start = (from: StaffProduct): void => {
    setBase(from)
    setDraft(draftOf(from))
  }
  if (product !== seen) {
    setSeen(product)
    if (product && changes === 0) start(product)
  }
  return { base, kept, draft, setDraft, changes, start }
}

export const Editor = ({ product }: { product: StaffProduct | null }) => {
  const { base, kept, draft, setDraft, changes, start } = useDraft(product)
  const [marked, setMarked] = useState(0)
  const go = useNavigate()
  const can = useCan()
  const { data } = useCloud('staff-catalog', 'categories', {})
  const save = useAct('staff-catalog', 'saveProduct', words.refusals, {
    done: words.saved,
    onDone: (now) => {
      start(now)
      if (!product) void go(`/products/${now.id}`, { replace: true })
    },
  })
  const problem = whyNot(draft)
  const input = saveInput(draft, base)
  const path = categoryPath(data?.categories ?? [], kept.categoryId)
  const change = (values: Partial<Draft>): void => setDraft((now) => ({ ...now, ...values }))
  // Stock is never edited here, so it is always the newest: the draft may be older.
  const sku = (product ?? base)?.skus.find(({ id }) => id === draft.skus[marked]?.id)

  return (
    <Page
      title={kept.title || words.newTitle}
      aside={
        <>
          <span>
            <Link to="/products">{copy.title}</Link>
            {path && ` / ${path}`}
          </span>
          <StateTag tone={statusTones[kept.status]} text={statusNames[kept.status]} />
        </>
      }
      actions={
        can('product.write') && (
          <>
            <span className="aside">{problem ?? (changes > 0 && words.unsaved(changes))}</span>
            <Segmented options={statuses} value={draft.status} onChange={(status) => change({ status })} />
            <Button
              type="primary"
              loading={save.isBusy}
              disabled={!input || changes === 0}
              onClick={() => input && void save.run(input)}
            >
              {words.save}
            </Button>
          </>
        )
      }
    >
      <div className={`editor${sku ? '' : ' is-alone'}`}>
        <div className="editor__work">
          <div className="editor__top">
            <BasicCard draft={draft} categories={data?.categories ?? []} onChange={change} />
            <Card title={words.pictures.title} aside={words.pictures.aside} action={<PictureCount draft={draft} />}>
              <PictureUploader pictures={draft.pictures} max={9} onChange={(pictures) => change({ pictures })} />
              <p className="editor__hint aside">{words.pictures.hint}</p>
            </Card>
          </div>
          <SkuCard draft={draft} kept={kept} product={base} marked={marked} onMark={setMarked} onDraft={setDraft} />
          <MoreCard draft={draft} onChange={change} />
        </div>
        {sku && (
          <div className="editor__side">
            <Ledger
              key={sku.id}
              sku={{ skuId: sku.id, name: sku.options.join(' · '), available: sku.available, held: sku.held }}
            />
          </div>
        )}
      </div>
      <UnsavedGuard isUnsaved={changes > 0 && !save.isBusy} />
    </Page>
  )
}

const PictureCount = ({ draft }: { draft: Draft }) => <span className="aside">{draft.pictures.length} / 9</span>
