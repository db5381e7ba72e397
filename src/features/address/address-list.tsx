import { useState } from 'react'
import { View } from '@tarojs/components'
import type { AddressView } from '@/contract/member'
import { canChooseAddress } from '@/platform/address'
import { Button } from '@/ui/button'
import { Dock } from '@/ui/dock'
import { EmptyState } from '@/ui/empty-state'
import { Hint } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { tap } from '@/ui/tap'
import { AddressRow } from './address-row'
import { copy } from './copy'
import type { AddressBook } from './use-address-book'
import './address.scss'

type Props = {
  readonly book: AddressBook
  readonly addresses: readonly AddressView[]
  readonly onChoose?: ((address: AddressView) => void) | undefined
  readonly onEdit: (address: AddressView) => void
  readonly onNew: () => void
  readonly onImport: () => void
}

/** The whole book, the way to one more, and for a moment the way back from a removal. */
export const AddressList = ({ book, addresses, onChoose, onEdit, onNew, onImport }: Props) => {
  const [leaving, setLeaving] = useState<AddressView | null>(null)
  const answer = (isYes: boolean) => {
    if (isYes && leaving) book.remove(leaving)
    setLeaving(null)
  }
  return (
    <>
      {book.removed && (
        <Hint icon="trash" tone="honey" className="address-undo">
          <View className="row sp">
            <View className="cut">{copy.removed(book.removed.name)}</View>
            <View className="address-put-back" {...tap(book.putBack)}>
              {copy.undo}
            </View>
          </View>
        </Hint>
      )}
      {addresses.length === 0 ? (
        <EmptyState title={copy.emptyTitle} note={copy.emptyNote} />
      ) : (
        addresses.map((address) => (
          <AddressRow
            key={address.id}
            address={address}
            onChoose={onChoose}
            onEdit={onEdit}
            onRemove={setLeaving}
            onDefault={book.makeDefault}
          />
        ))
      )}
      <Dock>
        {canChooseAddress && (
          <Button kind="line" width="grow" onTap={onImport}>
            {copy.import}
          </Button>
        )}
        <Button width="grow" icon="plus" onTap={onNew}>
          {copy.add}
        </Button>
      </Dock>
      {leaving && (
        <Sheet
          isOpen
          onClose={() => answer(false)}
          title={copy.askTitle}
          foot={
            <>
              <Button kind="line" width="grow" onTap={() => answer(false)}>
                {copy.askNo}
              </Button>
              <Button width="grow" onTap={() => answer(true)}>
                {copy.askYes}
              </Button>
            </>
          }
        >
          <View className="b">{leaving.name}</View>
          <View className="n2">{leaving.district + leaving.detail}</View>
        </Sheet>
      )}
    </>
  )
}
