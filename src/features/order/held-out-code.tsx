import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { brightenScreen } from '@/platform/bright-screen'
import { DigitSquare } from '@/ui/digit-square'
import { role, tap } from '@/ui/tap'
import { copy } from './copy'

type Props = { readonly code: string; readonly note: string; readonly onClose: () => void }

/** The code held out over the counter: large, on white, on a bright screen. A tap anywhere puts it away. */
export const HeldOutCode = ({ code, note, onClose }: Props) => {
  useEffect(brightenScreen, [])
  return (
    <>
      <View className="held-out-mask" catchMove {...tap(onClose, copy.closeCode)} />
      <View className="held-out" {...role('dialog')} aria-label={copy.spokenCode(code)} onClick={onClose}>
        <DigitSquare digits={code} isBig />
        <View className="pickup-digits">{copy.writtenCode(code)}</View>
        <View className="held-out-note">{note}</View>
      </View>
    </>
  )
}
