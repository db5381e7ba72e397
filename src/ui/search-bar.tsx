import { Input, View } from '@tarojs/components'
import { Icon } from './icon'
import { tap } from './tap'
import './search-bar.scss'

/** Looks like a field and leads to the search page. */
export const SearchLink = ({ hint, onTap }: { readonly hint: string; readonly onTap: () => void }) => (
  <View className="search" {...tap(onTap, `搜索，${hint}`, { role: 'link' })}>
    <Icon name="search" />
    <View className="grow cut">{hint}</View>
    <View className="search-go">搜索</View>
  </View>
)

type Props = {
  readonly value: string
  readonly hint: string
  readonly onInput: (text: string) => void
  readonly onSubmit: (text: string) => void
  readonly isFocused?: boolean
}

export const SearchBar = ({ value, hint, onInput, onSubmit, isFocused = false }: Props) => (
  <View className="search">
    <Icon name="search" />
    <Input
      className="search-input"
      placeholderClass="search-hint"
      value={value}
      placeholder={hint}
      focus={isFocused}
      confirmType="search"
      maxlength={40}
      aria-label="搜索"
      onInput={(event) => onInput(event.detail.value)}
      onConfirm={(event) => onSubmit(event.detail.value)}
    />
    {value && (
      <View className="search-clear" {...tap(() => onInput(''), '清空')}>
        <Icon name="close" size={18} />
      </View>
    )}
    <View className="search-go" {...tap(() => onSubmit(value || hint))}>
      搜索
    </View>
  </View>
)
