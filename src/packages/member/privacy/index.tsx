import { View } from '@tarojs/components'

export default function Page() {
  return <View>隐私中心</View>
}
