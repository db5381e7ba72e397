import { View } from '@tarojs/components'

export default function Page() {
  return <View>海报</View>
}
