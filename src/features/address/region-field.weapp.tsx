import { Picker, View } from '@tarojs/components'
import { Icon } from '@/ui/icon'
import { copy, faultText } from './copy'
import { FormLine } from './field'
import type { AddressFormState } from './use-address-form'

/** WeChat brings the list of regions with it. */
export const RegionField = ({ form }: { readonly form: AddressFormState }) => {
  const { province, city, district } = form.draft
  const fault = form.faults.province ?? form.faults.city ?? form.faults.district
  return (
    <FormLine label={copy.region} fault={fault && faultText('district', fault)}>
      <Picker
        mode="region"
        value={[province, city, district]}
        onChange={({ detail }) => {
          const [province = '', city = '', district = ''] = detail.value
          form.set({ province, city, district })
        }}
      >
        <View className="form-input row sp">
          {province ? (
            <View className="cut">{[...new Set([province, city, district])].join(' ')}</View>
          ) : (
            <View className="form-hint">{copy.regionHint}</View>
          )}
          <Icon name="forward" size={14} />
        </View>
      </Picker>
    </FormLine>
  )
}
