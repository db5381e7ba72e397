import type { SaleId } from '@/domain/ids'
import { readShareCode } from '@/domain/share/link'
import { copy, refused } from '@/features/chat-tool/copy'
import { ListScreen } from '@/features/chat-tool/list-screen'
import { Bones, Frame, Key, Still } from '@/features/chat-tool/parts'
import { ToolScreen } from '@/features/chat-tool/tool-screen'
import { useTool } from '@/features/chat-tool/use-tool'
import type { SaleEntry } from '@/platform/chat-tool'
import { useQuery, useShown } from '@/platform/page'
import { pageSaidOf } from '@/platform/said'
import { start } from '@/platform/start'

// this package stands alone: opened from a chat, nothing of the app has run before it
start()

/** From the workbench by id, from what was sent into a chat by code, from the chat's own list of tools by neither. */
const entryOf = (query: ReturnType<typeof useQuery>): SaleEntry | null => {
  const code = readShareCode(query)
  const saleId = query['sale']
  return code ? { code } : saleId ? { saleId: saleId as SaleId } : null
}

/** WeChat's chat tool: a group sale beside the chat it is sold in. */
export default function ChatToolPage() {
  const tool = useTool(entryOf(useQuery()))
  const { view, way, trouble, isAsking, ask } = tool
  useShown(() => void (view && ask()))
  if (view?.of === 'sale' && way) return <ToolScreen key={view.sale.id} sale={view.sale} way={way} />
  if (view?.of === 'list') return <ListScreen sales={view.sales} onPick={tool.pick} />
  return (
    <Frame title={copy.title}>
      {trouble ? (
        <Still {...pageSaidOf(trouble, refused)}>
          <Key text={copy.again} isBusy={isAsking} onTap={() => void ask()} />
        </Still>
      ) : (
        <Bones />
      )}
    </Frame>
  )
}
