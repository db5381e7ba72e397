import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { MyWallet } from '@/contract/member'
import { yuanText } from '@/domain/money'
import { Card } from '@/ui/card'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import './member.scss'

const words = copy.wallet

type Props = {
  readonly wallet: MyWallet
  readonly onCoupons: () => void
  readonly onPoints: () => void
  readonly onSaved: () => void
}

/** Coupons, points and what was saved: three numbers side by side, each the way to its page. */
export const WalletDoors = ({ wallet, onCoupons, onPoints, onSaved }: Props) => {
  const { coupons, endingToday, points, pointsWorthFen, savedThisYearFen } = wallet
  return (
    <Card className="wallet">
      <Door
        name={words.coupons}
        note={endingToday > 0 ? words.ending(endingToday) : coupons > 0 ? words.mine : words.claim}
        onTap={onCoupons}
      >
        {coupons}
        <View className="wallet-unit">{words.pieces}</View>
      </Door>
      <Door
        name={words.points}
        note={pointsWorthFen > 0 ? words.worth(yuanText(pointsWorthFen)) : words.earn}
        onTap={onPoints}
      >
        {points}
      </Door>
      <Door name={words.saved} note={savedThisYearFen > 0 ? words.savedNote : words.savedNone} onTap={onSaved}>
        <View className="wallet-yen">¥</View>
        {Math.floor(savedThisYearFen / 100)}
      </Door>
    </Card>
  )
}

type DoorProps = {
  readonly name: string
  readonly note: string
  readonly onTap: () => void
  readonly children: ReactNode
}

const Door = ({ name, note, onTap, children }: DoorProps) => (
  <View className="wallet-door" {...tap(onTap, undefined, { role: 'link' })}>
    <View className="wallet-figure">{children}</View>
    <View className="wallet-name">{name}</View>
    <View className="n1">{note}</View>
  </View>
)
