import { useState } from 'react'
import { View } from '@tarojs/components'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { ListRow, SwitchRow } from '@/ui/list-row'
import { notify } from '@/ui/notice'

export const MeParts = () => {
  const [isPersonal, setIsPersonal] = useState(true)
  const [isLarge, setIsLarge] = useState(false)
  const go = () => notify('去看看')
  return (
    <>
      <View className="row" style="padding:4px 20px 0;gap:14px">
        <Avatar name="顾遥" url={null} size={64} isRinged />
        <View className="grow">
          <View className="h5">顾遥</View>
          <Chip tone="leaf" icon="leaf">
            春芽会员
          </Chip>
        </View>
      </View>
      <Card look="flat">
        <ListRow icon="people" title="我的社群" note="小满邻里群" onTap={go} />
        <ListRow icon="address" title="取货点与地址" note="3 号楼" onTap={go} />
        <ListRow icon="shield" title="隐私中心" note="查看、导出、删除" onTap={go} />
        <SwitchRow icon="sparkle" title="按口味推荐" isOn={isPersonal} onChange={setIsPersonal} />
        <SwitchRow icon="large-text" title="长辈模式" isOn={isLarge} onChange={setIsLarge} />
      </Card>
    </>
  )
}
