import { View } from '@tarojs/components'

export default function Page() {
  return <View>组件</View>
}
