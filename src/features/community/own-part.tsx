import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CommunityView, OwnCommunity } from '@/contract/community'
import type { CommunityAct } from '@/domain/community/community'
import type { MemberId } from '@/domain/ids'
import { isWechat } from '@/platform/wx'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { ListRow } from '@/ui/list-row'
import { dayText, momentText } from '@/ui/moment-text'
import { usePhone } from '@/ui/phone'
import { EditSheet } from './edit-sheet'
import { HeirsSheet } from './heirs-sheet'
import { SureSheet } from './sure-sheet'
import { copy } from './copy'

const words = copy.own

export type OwnWays = {
  readonly onSave: (face: { name: string; note: string }) => Promise<boolean>
  readonly onMove: (act: CommunityAct) => Promise<boolean>
  readonly onBind: () => void
  readonly onUnbind: (key: string) => void
  readonly onOffer: (toId: MemberId) => Promise<boolean>
  readonly onWithdraw: () => void
}
type Props = OwnWays & { readonly view: CommunityView; readonly own: OwnCommunity; readonly busy: string | null }
type Open = 'edit' | 'heirs' | CommunityAct | null

/** What only the community's leader sees on its page. */
export const OwnPart = ({ view, own, busy, ...ways }: Props) => {
  const [open, setOpen] = useState<Open>(null)
  const now = usePhone().now()
  const close = () => setOpen(null)
  const then = async (work: Promise<boolean>) => {
    if (await work) close()
  }
  return (
    <>
      <Card>
        <CardHead title={words.title} />
        <ListRow icon="edit" title={words.edit} onTap={() => setOpen('edit')} />
        {own.offer ? (
          <View className="row">
            <View className="n2 grow">{words.offered(own.offer.to.name, momentText(own.offer.untilAt, now))}</View>
            <Button kind="line" isSmall isBusy={busy === 'withdraw'} onTap={ways.onWithdraw}>
              {words.withdraw}
            </Button>
          </View>
        ) : (
          <ListRow icon="people" title={words.hand} onTap={() => setOpen('heirs')} />
        )}
        {own.acts.map((act) => (
          <ListRow key={act} icon={ICONS[act]} title={words.acts[act]} onTap={() => setOpen(act)} />
        ))}
      </Card>
      <Card>
        <CardHead title={words.groups} />
        {own.groups.length === 0 && <View className="n2 mt2">{words.noGroup}</View>}
        {own.groups.map(({ key, boundAt }) => (
          <View className="row mt2" key={key}>
            <View className="grow">{words.group(dayText(boundAt, now))}</View>
            <Button kind="line" isSmall isBusy={busy === 'unbind'} onTap={() => ways.onUnbind(key)}>
              {words.unbind}
            </Button>
          </View>
        ))}
        <View className="n1 mt2">{words.bindNote}</View>
        {isWechat && (
          <View className="mt2">
            <Button kind="soft" width="wide" icon="chat" isBusy={busy === 'bind'} onTap={ways.onBind}>
              {words.bind}
            </Button>
          </View>
        )}
      </Card>
      {open === 'edit' && (
        <EditSheet view={view} busy={busy} onClose={close} onSave={(face) => void then(ways.onSave(face))} />
      )}
      {open === 'heirs' && (
        <HeirsSheet own={own} busy={busy} onClose={close} onOffer={(toId) => void then(ways.onOffer(toId))} />
      )}
      {open !== null && open !== 'edit' && open !== 'heirs' && (
        <SureSheet
          title={words.acts[open]}
          note={words.sure[open]}
          isBusy={busy === open}
          onClose={close}
          onYes={() => void then(ways.onMove(open))}
        />
      )}
    </>
  )
}

const ICONS = { pause: 'clock', resume: 'undo', close: 'close' } as const satisfies Record<CommunityAct, string>
