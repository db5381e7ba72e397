import { View } from '@tarojs/components'
import { Bone } from '@/ui/bone'
import { Card } from '@/ui/card'
import { SkeletonCards } from '@/ui/skeleton'
import './member.scss'

export const MeSkeleton = () => (
  <>
    <View className="me-head">
      <View className="me-nobody" />
      <View className="grow">
        <Bone width={120} height={22} />
        <Bone width={180} height={14} top={9} />
      </View>
    </View>
    <Card look="up" className="me-orders">
      <Bone width={90} height={18} />
      <Bone width="100%" height={58} top={18} />
    </Card>
    <SkeletonCards count={2} />
  </>
)
