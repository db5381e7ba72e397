import { useState } from 'react'
import type { CallInput } from '@/contract'
import type { CommunityId, SaleId } from '@/domain/ids'
import { copy, refused } from '@/features/leader/copy'
import { editCopy } from '@/features/leader/edit-copy'
import { isDraft } from '@/features/leader/edit-draft'
import { EditScreen } from '@/features/leader/edit-screen'
import { PreviewSheet } from '@/features/leader/preview-sheet'
import { useSaleDraft } from '@/features/leader/use-sale-draft'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { notify, notifyOnward } from '@/ui/notice'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

const sourceOf = ({ from, saleId, communityId }: ReturnType<typeof useQuery>): CallInput<'leader', 'draft'> => {
  if ((from === 'sale' || from === 'self') && saleId) return { from, saleId: saleId as SaleId }
  if (from === 'last') return { from }
  return { from: 'nothing', ...(communityId ? { communityId: communityId as CommunityId } : {}) }
}

/** Writes a sale, or changes what may still change of one that runs. */
export default function EditSalePage() {
  const page = useSaleDraft(sourceOf(useQuery()))
  const [isPreviewing, setIsPreviewing] = useState(false)
  const { draft, saved, trouble, isAsking, ask, change, isSaving, isTouched } = page
  const isNew = draft !== null && isDraft(draft)

  const keep = async () => {
    if (await page.save(false)) notify(isNew ? editCopy.kept : editCopy.saved, 'check')
  }
  const open = async () => {
    const opened = await page.save(true)
    if (!opened) return setIsPreviewing(false)
    notifyOnward(editCopy.opened, 'check')
    go.saleInstead(opened.id)
  }
  return (
    <Page tone="leaf" isDocked>
      <NavBar title={isNew || !draft ? editCopy.title.draft : editCopy.title.running} />
      {draft && saved ? (
        <>
          <EditScreen draft={draft} saved={saved} onChange={change} />
          {isPreviewing && (
            <PreviewSheet
              draft={draft}
              isSaving={isSaving}
              onClose={() => setIsPreviewing(false)}
              onOpen={() => void open()}
            />
          )}
          <Dock>
            {isNew ? (
              <>
                <Button kind="line" isBusy={isSaving && !isPreviewing} onTap={() => void keep()}>
                  {editCopy.dock.keep}
                </Button>
                <Button width="grow" onTap={() => page.check() && setIsPreviewing(true)}>
                  {editCopy.dock.preview}
                </Button>
              </>
            ) : (
              <Button width="grow" isOff={!isTouched} isBusy={isSaving} onTap={() => void keep()}>
                {editCopy.dock.save}
              </Button>
            )}
          </Dock>
        </>
      ) : trouble ? (
        <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
      ) : (
        <SkeletonCards count={4} />
      )}
    </Page>
  )
}
