import type { SaleId } from '@/domain/ids'
import { canOpenChatTool, openChatTool } from '@/platform/chat-tool'
import { ListRow } from '@/ui/list-row'
import { notify } from '@/ui/notice'
import { copy } from './copy'

/** The way from the workbench into the tool. Where this WeChat knows none there is nothing, and the plain card remains. */
export const ChatRow = ({ saleId }: { readonly saleId: SaleId }) => {
  if (!canOpenChatTool()) return null
  const open = async () => {
    const answer = await openChatTool({ saleId })
    if (answer !== 'done') notify(copy.no[answer])
  }
  return <ListRow icon="chat" title={copy.row.title} note={copy.row.note} onTap={() => void open()} />
}
