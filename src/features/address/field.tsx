import type { ReactNode } from 'react'
import { Input, View } from '@tarojs/components'
import { Icon } from '@/ui/icon'
import './address.scss'

type LineProps = { readonly label: string; readonly fault?: string | undefined; readonly children: ReactNode }

/** A line of a form; what is wrong stands right below it. */
export const FormLine = ({ label, fault, children }: LineProps) => (
  <View className="form-line">
    <View className="row">
      <View className="form-label">{label}</View>
      <View className="grow">{children}</View>
    </View>
    {fault && <FormFault text={fault} />}
  </View>
)

export const FormFault = ({ text }: { readonly text: string }) => (
  <View className="form-fault">
    <Icon name="warn" size={14} />
    {text}
  </View>
)

type InputProps = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly isPhone?: boolean
  readonly onInput: (text: string) => void
  readonly onBlur?: () => void
}

export const FormInput = ({ label, hint, value, isPhone = false, onInput, onBlur }: InputProps) => (
  <Input
    className="form-input"
    placeholderClass="form-hint"
    value={value}
    placeholder={hint}
    // one more than fits, so that the fault can be named
    maxlength={isPhone ? 11 : 90}
    {...(isPhone ? { type: 'number' as const } : {})}
    ariaLabel={label}
    onInput={({ detail }) => onInput(detail.value)}
    {...(onBlur ? { onBlur } : {})}
  />
)
