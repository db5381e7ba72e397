import { useState } from 'react'
import { View } from '@tarojs/components'
import type { MeView } from '@/contract/member'
import { openPrivacyContract } from '@/platform/privacy'
import { isWechat } from '@/platform/wx'
import { Card, CardHead } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { ListRow, SwitchRow } from '@/ui/list-row'
import { notify } from '@/ui/notice'
import { copy, keptLines } from './copy'
import { DeleteSheet } from './delete-sheet'
import { setPersonal } from './settings'
import { useExport } from './use-export'
import './member.scss'

const words = copy.privacy

type Props = {
  /** A stranger reads what would be kept; there is nothing yet to export or delete. */
  readonly me: MeView | null
  readonly onGone: () => void
  readonly onOrders: () => void
}

export const PrivacyScreen = ({ me, onGone, onOrders }: Props) => (
  <>
    <Card look="up">
      <CardHead title={words.keptTitle} />
      {keptLines.map(({ icon, title, note }) => (
        <View className="privacy-line" key={title}>
          <Icon name={icon} size={20} className="leafy" />
          <View className="grow">
            <View className="b">{title}</View>
            <View className="n1">{note}</View>
          </View>
        </View>
      ))}
    </Card>
    {isWechat && (
      <Card look="flat">
        <ListRow icon="shield" title={words.contract} note={words.contractNote} onTap={() => void readContract()} />
      </Card>
    )}
    {me && <MyData me={me} onGone={onGone} onOrders={onOrders} />}
  </>
)

const readContract = async () => {
  if (!(await openPrivacyContract())) notify(words.noContract)
}

const MyData = ({ me, onGone, onOrders }: Props & { readonly me: MeView }) => {
  const [isLeaving, setIsLeaving] = useState(false)
  const file = useExport()
  return (
    <>
      <Card look="flat">
        <SwitchRow
          icon="sparkle"
          title={copy.rows.personal}
          note={words.personalNote}
          isOn={me.settings.isPersonal}
          onChange={(isOn) => void setPersonal(isOn)}
        />
        <ListRow
          icon="list"
          title={file.isReady ? words.exportReady : words.export}
          note={file.isBusy ? words.exporting : file.isReady ? words.hand : words.exportNote}
          onTap={file.tap}
        />
        <ListRow icon="trash" title={words.delete} note={words.deleteNote} onTap={() => setIsLeaving(true)} />
      </Card>
      {isLeaving && <DeleteSheet onClose={() => setIsLeaving(false)} onGone={onGone} onOrders={onOrders} />}
    </>
  )
}
