import { View } from '@tarojs/components'
import type { SaleCard } from '@/contract/sale'
import type { SaleId } from '@/domain/ids'
import { epochMs } from '@/domain/time'
import { tap } from '@/ui/tap'
import { copy } from './copy'
import { Frame, Still } from './parts'
import { whenWords } from './words'

type Props = { readonly sales: readonly SaleCard[]; readonly onPick: (saleId: SaleId) => void }

/** Opened from the chat itself, where nothing says which sale is meant: what runs in one's communities. */
export const ListScreen = ({ sales, onPick }: Props) => {
  const now = epochMs(Date.now())
  return (
    <Frame title={copy.list.title}>
      {sales.length === 0 && <Still title={copy.list.empty} />}
      {sales.map((sale) => (
        <View key={sale.id} className="ct-card" {...tap(() => onPick(sale.id), sale.title, { role: 'link' })}>
          <View className="ct-strong">{sale.title}</View>
          <View className="ct-note">
            {[sale.community?.name, whenWords(sale, now), copy.list.people(sale.people)].filter(Boolean).join(' · ')}
          </View>
        </View>
      ))}
    </Frame>
  )
}
