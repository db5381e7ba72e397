import { useState } from 'react'
import { View } from '@tarojs/components'
import { usePaySheet } from '@/platform/pay'
import { Button } from '@/ui/button'
import { PriceText } from '@/ui/price-text'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'

/** Stands in for WeChat's pay sheet; the stand-in of WeChat Pay hears of the tap and sends the shop its signed notice. */
export const PaySheet = () => {
  const sheet = usePaySheet((state) => state.sheet)
  const [isBusy, setIsBusy] = useState(false)
  if (!sheet) return null

  const answer = async (outcome: 'success' | 'cancel' | 'fail') => {
    setIsBusy(true)
    await sheet.onTap(outcome)
    setIsBusy(false)
  }
  return (
    <Sheet isOpen onClose={() => void answer('cancel')} title={copy.payTitle}>
      <View className="n2">{copy.payNote}</View>
      <View className="paying">
        <PriceText fen={sheet.amountFen} size={40} isTotal isInk />
      </View>
      <Button kind="leaf" width="wide" isBusy={isBusy} onTap={() => void answer('success')}>
        {copy.pay}
      </Button>
      <View className="row mt2">
        <Button kind="ghost" width="grow" isOff={isBusy} onTap={() => void answer('fail')}>
          {copy.payFails}
        </Button>
        <Button kind="ghost" width="grow" isOff={isBusy} onTap={() => void answer('cancel')}>
          {copy.payLater}
        </Button>
      </View>
    </Sheet>
  )
}
