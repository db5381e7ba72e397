import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OpenGroupCard, ProductGroupView } from '@/contract/group-buy'
import type { Page } from '@/contract/views'
import type { ProductId } from '@/domain/ids'
import { read } from '@/platform/call'
import { useMore } from '@/platform/more'
import { go } from '@/platform/navigate'
import { saidOf } from '@/platform/said'
import { useScreen } from '@/platform/screen'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'
import { OpenGroupRow } from './open-group-row'
import './group.scss'

/** More than these stand behind the count. */
const IN_SIGHT = 2
const words = copy.neighbours
const open = ({ id }: OpenGroupCard) => go.group(id)

type Props = { readonly productId: ProductId; readonly group: ProductGroupView }

/** On a product's page: the groups of real neighbours one could join now, one's own first. */
const Neighbours = ({ productId, group }: Props) => {
  const [isOpen, setIsOpen] = useState(false)
  const { mine, openCount } = group
  return (
    <Card>
      <CardHead
        title={words.title}
        {...(openCount > 0 ? { more: words.count(openCount), onMore: () => setIsOpen(true) } : {})}
      />
      {mine && <ListRow icon="people" title={words.mine} note={words.mineNote} onTap={() => go.group(mine)} />}
      {group.open.slice(0, IN_SIGHT).map((each) => (
        <OpenGroupRow key={each.id} group={each} onTap={open} />
      ))}
      <View className="n1 mt3">{openCount > 0 || mine ? words.note : words.none}</View>
      <Sheet isOpen={isOpen} onClose={() => setIsOpen(false)} title={words.all}>
        <AllGroups productId={productId} />
      </Sheet>
    </Card>
  )
}

const AllGroups = ({ productId }: Pick<Props, 'productId'>) => {
  const { view, trouble, ask } = useScreen<Page<OpenGroupCard>>(() => read('group-buy', 'joinable', { productId }))
  const list = useMore(view, (cursor) => read('group-buy', 'joinable', { productId, cursor }))
  if (!view) {
    return trouble ? (
      <Button kind="soft" width="wide" onTap={() => void ask()}>
        {`${saidOf(trouble)} · ${copy.sheet.again}`}
      </Button>
    ) : (
      <View className="group-wait" />
    )
  }
  return (
    <>
      {list.items.map((each) => (
        <OpenGroupRow key={each.id} group={each} onTap={open} />
      ))}
      {!list.isEnd && (
        <Button kind="ghost" width="wide" isBusy={list.isAsking} onTap={() => void list.more()}>
          {words.more}
        </Button>
      )}
      <View className="n1 mt3">{list.items.length > 0 ? words.note : words.none}</View>
    </>
  )
}

/** For a product's page, which knows no groups of its own. */
export const drawGroups = ({ id, group }: { readonly id: ProductId; readonly group: ProductGroupView | null }) =>
  group && <Neighbours productId={id} group={group} />
