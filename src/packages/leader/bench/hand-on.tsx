import type { PropsWithChildren } from 'react'
import type { SaleBoard } from '@/contract/leader'
import { copy, refused } from '@/features/leader/copy'
import { Sharing } from '@/features/share/sharing'
import { call } from '@/platform/call'
import { Card } from '@/ui/card'
import { ListRow } from '@/ui/list-row'

type Props = PropsWithChildren<{ readonly board: SaleBoard }>

/** An open sale is handed on from where its leader looks after it: as a card, as a poster for the stairwell, or by what else there is. */
export const HandOn = ({ board: { id, title }, children }: Props) => (
  <Sharing
    of={id}
    onMake={() => call('sale', 'share', { saleId: id, channel: 'chat' })}
    title={title}
    picture={null}
    path={`/packages/community/sale/index?id=${id}`}
    words={copy.share}
    refusals={refused}
  >
    {(share) => (
      <Card look="flat">
        <ListRow icon="share" title={copy.share.row} note={copy.share.rowNote} onTap={share} />
        {children}
      </Card>
    )}
  </Sharing>
)
