import { memo } from 'react'
import { View } from '@tarojs/components'
import type { AddressView } from '@/contract/member'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Icon } from '@/ui/icon'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './address.scss'

type Props = {
  readonly address: AddressView
  /** Tapping the card takes this one; without it the card opens the form. */
  readonly onChoose?: ((address: AddressView) => void) | undefined
  readonly onEdit: (address: AddressView) => void
  readonly onRemove: (address: AddressView) => void
  readonly onDefault: (address: AddressView) => void
}

/** One place in the book, with all that can be done to it in reach of a thumb. */
const Drawn = ({ address, onChoose, onEdit, onRemove, onDefault }: Props) => {
  const { name, phone, province, city, district, detail, isDefault } = address
  const open = () => (onChoose ?? onEdit)(address)
  return (
    <Card look="up">
      <View {...tap(open, onChoose ? copy.chooseOf(name) : copy.editOf(name))}>
        <View className="row">
          <View className="b">{name}</View>
          <View className="n2">{phone}</View>
          {isDefault && (
            <Chip tone="accent" isSmall>
              {copy.isDefault}
            </Chip>
          )}
        </View>
        <View className="n1 mt1">{[...new Set([province, city, district])].join(' ')}</View>
        <View className="address-detail">{detail}</View>
      </View>
      <View className="address-acts">
        {isDefault ? (
          <View className="n1 grow">{copy.defaultNote}</View>
        ) : (
          <View className="address-act grow" {...tap(() => onDefault(address), `${name}，${copy.makeDefault}`)}>
            <View className="address-mark" />
            {copy.makeDefault}
          </View>
        )}
        <View className="address-act" {...tap(() => onEdit(address), copy.editOf(name))}>
          <Icon name="edit" size={16} />
          {copy.edit}
        </View>
        <View className="address-act" {...tap(() => onRemove(address), copy.removeOf(name))}>
          <Icon name="trash" size={16} />
          {copy.remove}
        </View>
      </View>
    </Card>
  )
}

export const AddressRow = memo(Drawn)
