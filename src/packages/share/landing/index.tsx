import { View } from '@tarojs/components'

export default function Page() {
  return <View>好友推荐</View>
}
