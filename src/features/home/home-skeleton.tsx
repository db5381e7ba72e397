import { View } from '@tarojs/components'
import { SkeletonFeed } from '@/ui/skeleton'
import './home.scss'

/** The home screen that is on its way. Plain elements: `compileMode` turns only those into a template. */
export const HomeSkeleton = () => (
  <>
    <View compileMode>
      <View className="hero-alone">
        <View className="hero">
          <View className="hero-words">
            <View className="bone" style="width:132px;height:22px" />
            <View className="bone mt3" style="width:176px;height:22px" />
            <View className="bone mt3" style="width:206px;height:14px" />
          </View>
        </View>
      </View>
      <View className="aisles">
        <View className="aisle">
          <View className="bone-pic bone-berry aisle-bone" />
        </View>
        <View className="aisle">
          <View className="bone-pic bone-leafy aisle-bone" />
        </View>
        <View className="aisle">
          <View className="bone-pic bone-wheat aisle-bone" />
        </View>
        <View className="aisle">
          <View className="bone-pic bone-sky aisle-bone" />
        </View>
        <View className="aisle">
          <View className="bone-pic bone-rose aisle-bone" />
        </View>
      </View>
      <View className="card goods-row">
        <View className="bone" style="width:128px;height:17px" />
        <View className="row-things mt3">
          <View className="row-thing">
            <View className="bone-pic bone-berry" style="padding-top:86%" />
            <View className="bone mt2" style="width:74px;height:13px" />
            <View className="bone mt2" style="width:48px;height:15px" />
          </View>
          <View className="row-thing">
            <View className="bone-pic bone-sun" style="padding-top:86%" />
            <View className="bone mt2" style="width:74px;height:13px" />
            <View className="bone mt2" style="width:48px;height:15px" />
          </View>
          <View className="row-thing">
            <View className="bone-pic bone-wheat" style="padding-top:86%" />
            <View className="bone mt2" style="width:74px;height:13px" />
            <View className="bone mt2" style="width:48px;height:15px" />
          </View>
        </View>
      </View>
    </View>
    <SkeletonFeed />
  </>
)
