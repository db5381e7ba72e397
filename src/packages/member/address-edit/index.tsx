import { useState } from 'react'
import type { AddressId } from '@/domain/ids'
import { AddressForm } from '@/features/address/address-form'
import { copy, refused } from '@/features/address/copy'
import { isChoosing, settle, takeDraft } from '@/features/address/errand'
import { useAddressBook } from '@/features/address/use-address-book'
import { blank } from '@/features/address/use-address-form'
import { leaveChosenAddress } from '@/platform/chosen-address'
import { go } from '@/platform/navigate'
import { useQuery } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { EmptyState } from '@/ui/empty-state'
import { ErrorState } from '@/ui/error-state'
import { NavBar } from '@/ui/nav-bar'
import { notifyOnward } from '@/ui/notice'
import { Page } from '@/ui/page'
import { SkeletonCards } from '@/ui/skeleton'

export default function AddressEditPage() {
  const id = useQuery()['id'] as AddressId | undefined
  return (
    <Page isDocked>
      <NavBar title={id ? copy.editTitle : copy.newTitle} />
      {id ? <Known id={id} /> : <Fresh />}
    </Page>
  )
}

/** Nothing is asked of the cloud to begin a new one. */
const Fresh = () => {
  const [first] = useState(() => takeDraft() ?? blank)
  const isForOrder = isChoosing()
  const finish = (savedId: AddressId) => {
    if (isForOrder) {
      leaveChosenAddress(savedId)
      settle()
    }
    close()
  }
  return <AddressForm first={first} isDefault={false} canUnset isForOrder={isForOrder} onSaved={finish} />
}

const Known = ({ id }: { readonly id: AddressId }) => {
  const { view, trouble, isAsking, ask } = useAddressBook()
  const address = view?.find((other) => other.id === id)
  if (address)
    return (
      <AddressForm
        id={id}
        first={address}
        isDefault={address.isDefault}
        canUnset={!address.isDefault}
        isForOrder={false}
        onSaved={close}
      />
    )
  if (view) return <EmptyState title={copy.gone} note={copy.emptyNote} action={copy.listTitle} onTap={go.back} />
  if (trouble)
    return <ErrorState {...pageSaidOf(trouble, refused)} facts={copy.safe} isBusy={isAsking} onTap={() => void ask()} />
  return <SkeletonCards count={2} />
}

const close = () => {
  notifyOnward(copy.saved, 'check')
  go.back()
}
