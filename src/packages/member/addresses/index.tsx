import { useCallback, useEffect } from 'react'
import type { AddressView } from '@/contract/member'
import { AddressList } from '@/features/address/address-list'
import { copy, refused } from '@/features/address/copy'
import { setChoosing, takeSettled } from '@/features/address/errand'
import { useAddressBook } from '@/features/address/use-address-book'
import { leaveChosenAddress } from '@/platform/chosen-address'
import { go } from '@/platform/navigate'
import { usePulled, useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { member } from '@/platform/session'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function AddressesPage() {
  const isChoosing = useQuery()['mode'] === 'choose'
  const book = useAddressBook()
  const { view, trouble, ask } = book
  useShown(() => {
    if (takeSettled()) return go.back()
    setChoosing(isChoosing)
    void ask()
  })
  useEffect(() => () => setChoosing(false), [])
  usePulled(ask)

  const choose = useCallback(({ id }: Pick<AddressView, 'id'>) => {
    leaveChosenAddress(id)
    go.back()
  }, [])
  const edit = useCallback(({ id }: AddressView) => go.addressEdit(id), [])
  const importOne = async () => {
    const found = await book.importOne()
    if (found === 'draft') go.addressEdit()
    else if (found && isChoosing) choose({ id: found })
  }
  const enter = async () => {
    if (await member()) await ask()
  }

  return (
    <Page isDocked>
      <NavBar title={isChoosing ? copy.chooseTitle : copy.listTitle} />
      {view ? (
        <AddressList
          book={book}
          addresses={view}
          onChoose={isChoosing ? choose : undefined}
          onEdit={edit}
          onNew={() => go.addressEdit()}
          onImport={() => void importOne()}
        />
      ) : trouble?.refusal?.code === 'sign-in.required' ? (
        <EmptyState
          title={copy.strangerTitle}
          note={copy.strangerNote}
          action={copy.strangerAction}
          onTap={() => void enter()}
        />
      ) : trouble ? (
        <ErrorState
          {...pageSaidOf(trouble, refused)}
          facts={copy.safe}
          isBusy={book.isAsking}
          onTap={() => void ask()}
        />
      ) : (
        <SkeletonCards />
      )}
    </Page>
  )
}
