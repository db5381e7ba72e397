import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { plainCode } from '@/domain/coupon/code'
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { Button } from '@/ui/button'
import { notifyOnward } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { copy, refused } from './copy'
import './coupon.scss'

const words = copy.redeem
/** The shortest code the shop prints. */
const SHORTEST = 4

type Props = { readonly onClose: () => void; readonly onDone: () => void }

/** A printed code becomes a coupon. However it is typed, what counts are its letters and figures. */
export const RedeemSheet = ({ onClose, onDone }: Props) => {
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const isShort = plainCode(code).length < SHORTEST

  const redeem = async () => {
    setIsBusy(true)
    const answer = await asMember(() => call('coupon', 'redeem', { code }))
    setIsBusy(false)
    if (!answer) return
    if (!answer.ok) return setFault(saidOf(answer, refused))
    notifyOnward(words.done(answer.data.coupon.name), 'check')
    onClose()
    onDone()
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      foot={
        <Button width="grow" isOff={isShort} isBusy={isBusy} onTap={() => void redeem()}>
          {words.yes}
        </Button>
      }
    >
      <Input
        className="coupon-code"
        value={code}
        maxlength={40}
        placeholder={words.hint}
        placeholderClass="coupon-hint"
        confirmType="done"
        ariaLabel={words.hint}
        onConfirm={() => !isShort && void redeem()}
        onInput={({ detail }) => {
          setCode(detail.value)
          setFault(null)
        }}
      />
      <View className={fault ? 'n2 acc' : 'n2'}>{fault ?? words.note}</View>
    </Sheet>
  )
}
