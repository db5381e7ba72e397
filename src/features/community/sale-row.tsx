import { memo } from 'react'
import { View } from '@tarojs/components'
import type { SaleCard } from '@/contract/sale'
import type { SaleId } from '@/domain/ids'
import type { EpochMs } from '@/domain/time'
import { Chip } from '@/ui/chip'
import { CountDown } from '@/ui/count-down'
import { ImageBox } from '@/ui/image-box'
import { momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { PriceText } from '@/ui/price-text'
import { tap } from '@/ui/tap'
import { copy } from './copy'

type Props = { readonly sale: SaleCard; readonly onOpen: (id: SaleId) => void; readonly isWithPlace?: boolean }

const Drawn = ({ sale, onOpen, isWithPlace = false }: Props) => {
  const now = usePhone().now()
  const isSoon = sale.state === 'open' && now < sale.startsAt
  const isOpen = sale.state === 'open' && !isSoon
  const place = sale.community?.name ?? copy.store
  return (
    <View className="sale-row" {...tap(() => onOpen(sale.id), `${sale.title}，${place}`, { role: 'link' })}>
      <View className="row sp">
        <View className="row grow">
          <Chip tone={isOpen ? 'leaf' : 'plain'} isSmall {...(isOpen ? { icon: 'leaf' as const } : {})}>
            {isSoon ? copy.soon : copy.saleState[sale.state]}
          </Chip>
          <View className="b cut">{sale.title}</View>
        </View>
        {(isOpen || isSoon) && <CountDown until={isSoon ? sale.startsAt : sale.endsAt} isSoft />}
      </View>
      <View className="n1 mt1 cut">
        {/* the clock beside the title has said until when */}
        {[isWithPlace ? place : clockOf(sale, isOpen, isSoon, now), handOverOf(sale, now)].filter(Boolean).join(' · ')}
      </View>
      <View className="row sp mt2">
        <View className="row sale-pictures">
          {sale.pictures.map((picture) => (
            <View className="sale-picture" key={picture.url}>
              <ImageBox picture={picture} isSmall />
            </View>
          ))}
        </View>
        <View className="sale-side">
          <PriceText fen={sale.priceFromFen} size={19} isFrom />
          <View className="n1">{copy.people(sale.people)}</View>
        </View>
      </View>
    </View>
  )
}

const clockOf = ({ startsAt, endsAt }: SaleCard, isOpen: boolean, isSoon: boolean, now: EpochMs): string | null =>
  isSoon ? copy.starts(momentText(startsAt, now)) : isOpen ? copy.until(momentText(endsAt, now)) : null

const handOverOf = ({ state, handOverFromAt }: SaleCard, now: EpochMs): string | null =>
  state === 'settled' || state === 'cancelled' ? null : copy.handOver(momentText(handOverFromAt, now))

export const SaleRow = memo(Drawn)
