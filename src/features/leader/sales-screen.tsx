import { View } from '@tarojs/components'
import type { SaleRow } from '@/contract/leader'
import type { SaleId } from '@/domain/ids'
import { dayText } from '@/ui/moment-text'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { EmptyState } from '@/ui/empty-state'
import { ImageBox } from '@/ui/image-box'
import { usePhone } from '@/ui/phone'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { exactYuan } from './words'
import './leader.scss'

const words = copy.sales

type Props = {
  readonly items: readonly SaleRow[]
  readonly isEnd: boolean
  readonly onOpen: (row: SaleRow) => void
  readonly onAgain: (saleId: SaleId) => void
  readonly onFirst: () => void
}

/** Every sale of this leader, the newest first: a tap leads to who ordered, a draft to its editor. */
export const SalesScreen = ({ items, isEnd, onOpen, onAgain, onFirst }: Props) => {
  const now = usePhone().now()
  if (items.length === 0) return <EmptyState {...copy.none} onTap={onFirst} />
  return (
    <>
      {items.map((row) => (
        <Card key={row.id}>
          <View {...tap(() => onOpen(row), row.title, { role: 'link' })}>
            <View className="row sp">
              <View className="b cut grow">{row.title}</View>
              <Chip isSmall tone={row.state === 'open' ? 'leaf' : row.state === 'delivered' ? 'honey' : 'plain'}>
                {copy.state[row.state]}
              </Chip>
            </View>
            <View className="n1">{`${row.community?.name ?? ''} · ${dayText(row.startsAt, now)}`}</View>
            <View className="row mt2">
              {row.pictures.map((picture) => (
                <View className="roll-thumb" key={picture.url}>
                  <ImageBox picture={picture} isSmall isSquare />
                </View>
              ))}
            </View>
          </View>
          <View className="row sp mt2">
            <View className="n2">{words.people(row.paidOrders, exactYuan(row.paidFen))}</View>
            {row.state === 'draft' ? (
              <Button kind="soft" isSmall onTap={() => onOpen(row)}>
                {words.edit}
              </Button>
            ) : (
              <Button kind="line" isSmall onTap={() => onAgain(row.id)}>
                {words.again}
              </Button>
            )}
          </View>
        </Card>
      ))}
      {isEnd && <View className="n1 center orders-end">{words.end}</View>}
    </>
  )
}
