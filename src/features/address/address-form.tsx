import type { AddressView } from '@/contract/member'
import type { AddressFields } from '@/domain/member/read-pasted-address'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { SwitchRow } from '@/ui/list-row'
import { copy, faultText, fieldHint, fieldText } from './copy'
import { FormInput, FormLine } from './field'
import { PasteBox } from './paste-box'
import { RegionField } from './region-field'
import { useAddressForm } from './use-address-form'

type Props = {
  readonly id?: AddressView['id'] | undefined
  readonly first: AddressFields
  readonly isDefault: boolean
  /** The default stays the default until another one is. */
  readonly canUnset: boolean
  readonly isForOrder: boolean
  readonly onSaved: (id: AddressView['id']) => void
}

export const AddressForm = ({ id, first, isDefault, canUnset, isForOrder, onSaved }: Props) => {
  const form = useAddressForm(id, first, isDefault)
  const line = (field: 'name' | 'phone' | 'detail') => {
    const fault = form.faults[field]
    return (
      <FormLine label={fieldText[field]} fault={fault && faultText(field, fault)}>
        <FormInput
          label={fieldText[field]}
          hint={fieldHint[field]}
          value={form.draft[field]}
          isPhone={field === 'phone'}
          onInput={(text) => form.set({ [field]: text })}
        />
      </FormLine>
    )
  }
  const save = async () => {
    const savedId = await form.save()
    if (savedId) onSaved(savedId)
  }
  return (
    <>
      {!id && <PasteBox onPaste={form.paste} />}
      <Card look="flat">
        {line('name')}
        {line('phone')}
        <RegionField form={form} />
        {line('detail')}
      </Card>
      {canUnset && (
        <Card look="flat">
          <SwitchRow
            title={copy.makeDefault}
            note={copy.defaultNote}
            isOn={form.isDefault}
            onChange={form.setIsDefault}
          />
        </Card>
      )}
      <Dock>
        <Button width="grow" isBusy={form.isSaving} onTap={() => void save()}>
          {isForOrder && !id ? copy.saveAndUse : copy.save}
        </Button>
      </Dock>
    </>
  )
}
