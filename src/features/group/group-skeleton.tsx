import { View } from '@tarojs/components'
import './group.scss'

/** The shape of a group on its way: the ring, the words below it, the prices. Plain elements, so that it weighs next to nothing. */
export const GroupSkeleton = () => (
  <View compileMode>
    <View className="group-wait-line">
      <View className="bone" style="width:150px;height:16px" />
    </View>
    <View className="group-wait-ring">
      <View className="group-wait-disc" />
    </View>
    <View className="group-wait-line">
      <View className="bone" style="width:190px;height:26px" />
    </View>
    <View className="group-wait-line">
      <View className="bone" style="width:220px;height:18px" />
    </View>
    <View className="card">
      <View className="bone" style="width:60%;height:17px" />
      <View className="bone mt4" style="width:100%;height:74px" />
    </View>
  </View>
)
