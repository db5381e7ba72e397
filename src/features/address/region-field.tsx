import { View } from '@tarojs/components'
import type { AddressFields } from '@/domain/member/read-pasted-address'
import { copy, faultText, fieldHint, fieldText } from './copy'
import { FormFault, FormInput, FormLine } from './field'
import type { AddressFormState } from './use-address-form'

const parts = ['province', 'city', 'district'] as const satisfies (keyof AddressFields)[]

/** The web has no list of China's three thousand districts; three short fields weigh nothing, and a paste fills them. */
export const RegionField = ({ form }: { readonly form: AddressFormState }) => {
  const wrong = parts.flatMap((part) => {
    const fault = form.faults[part]
    return fault ? [faultText(part, fault)] : []
  })
  return (
    <View className="form-line">
      <FormLine label={copy.region}>
        <View className="row">
          {parts.map((part) => (
            <View className="grow" key={part}>
              <FormInput
                label={fieldText[part]}
                hint={fieldHint[part]}
                value={form.draft[part]}
                onInput={(text) => form.set({ [part]: text })}
                onBlur={form.completeRegion}
              />
            </View>
          ))}
        </View>
      </FormLine>
      {wrong[0] && <FormFault text={wrong[0]} />}
    </View>
  )
}
