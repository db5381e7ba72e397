/** The home screen from top to bottom: blocks at the left, the chosen one's content, and the phone at the right. */
import { useMemo, useState } from 'react'
import { Button } from 'antd'
import type { CallOutput } from '@/contract/index'
import { useAct } from '../cloud/use-act'
import { useCan } from '../cloud/session'
import { useCloud } from '../cloud/use-cloud'
import { Card, Page } from '../parts/page'
import { Empty, Failed, Skeleton } from '../parts/states'
import { UnsavedGuard } from '../parts/unsaved-guard'
import { BlockForm } from './block-form'
import { BlockList } from './block-list'
import { copy, kindNames } from './copy'
import { placedOf, saveInput, whyNot } from './draft'
import type { DraftBlock, Shown } from './draft'
import { PhonePreview } from './phone-preview'
import './home.css'

export const Screen = () => {
  const { data, error, refetch } = useCloud('staff-store', 'homeBlocks', {}, { isStill: true })
  if (data) return <Arrange key={JSON.stringify(data.blocks)} saved={data} />
  return (
    <Page title={copy.title}>
      {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={5} height={90} />}
    </Page>
  )
}

const Arrange = ({ saved }: { saved: CallOutput<'staff-store', 'homeBlocks'> }) => {
  const start = useMemo(() => placedOf(saved), [saved])
  const [placed, setPlaced] = useState(start)
  const [openKey, setOpenKey] = useState(start[0]?.key)
  const [found, setFound] = useState<readonly Shown[]>([])
  const can = useCan()
  const save = useAct('staff-store', 'saveHomeBlocks', copy.refusals, { done: copy.saved })
  const open = placed.find(({ key }) => key === openKey)
  const isChanged = JSON.stringify(placed) !== JSON.stringify(start)
  const problem = whyNot(placed)
  const products = [...saved.products, ...found]
  const change = (block: DraftBlock): void =>
    setPlaced(placed.map((old) => (old.key === openKey ? { ...old, block } : old)))

  return (
    <Page
      title={copy.title}
      aside={copy.aside}
      actions={
        can('store.write') && (
          <>
            <span className="aside">{isChanged && problem}</span>
            <Button
              type="primary"
              loading={save.isBusy}
              disabled={!isChanged || problem !== undefined}
              onClick={() => void save.run(saveInput(placed))}
            >
              {copy.save}
            </Button>
          </>
        )
      }
      fixed
    >
      <div className="home">
        <BlockList placed={placed} openKey={openKey} onOpen={setOpenKey} onChange={setPlaced} />
        <Card title={open ? kindNames[open.block.kind] : copy.edit} className="home__form">
          {open ? (
            <BlockForm
              key={open.key}
              block={open.block}
              products={products}
              onChange={change}
              onFound={(product) => setFound([...found, product])}
            />
          ) : (
            <Empty icon="layout" title={copy.pick} />
          )}
        </Card>
        <Card title={copy.preview} aside={copy.previewAside} className="home__preview">
          <PhonePreview placed={placed} products={products} openKey={openKey} onOpen={setOpenKey} />
        </Card>
      </div>
      <UnsavedGuard isUnsaved={isChanged && !save.isBusy} />
    </Page>
  )
}
