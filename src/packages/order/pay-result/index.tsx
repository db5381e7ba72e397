import { View } from '@tarojs/components'

export default function Page() {
  return <View>付款结果</View>
}
