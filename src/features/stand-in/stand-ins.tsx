import { View } from '@tarojs/components'
import { usePaySheet } from '@/platform/pay'
import { useSession } from '@/platform/session'
import { PaySheet } from './pay-sheet'
import { WhoSheet } from './who-sheet'
import './stand-in.scss'

/** What WeChat shows by itself and the web must draw. */
export default function StandIns() {
  const isAsking = useSession((session) => session.isAsking)
  const isPaying = usePaySheet(({ sheet }) => sheet !== null)
  return (
    <View className="stand-ins">
      {isAsking && <WhoSheet />}
      {isPaying && <PaySheet />}
    </View>
  )
}
