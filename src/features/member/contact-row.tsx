import { View } from '@tarojs/components'
import { isWechat } from '@/platform/wx'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { ListRow } from '@/ui/list-row'
import { copy } from './copy'
import './member.scss'

type Props = { readonly phone: string | null; readonly onCall: (phone: string) => void }

/** Somebody of the shop: by chat in WeChat, which only its own button may open, and by phone. */
export const ContactRow = ({ phone, onCall }: Props) => (
  <>
    {isWechat && (
      <Button kind="ghost" width="wide" className="me-contact" native={{ openType: 'contact' }}>
        <Icon name="chat" size={22} className="line-icon" />
        <View className="grow">{copy.rows.contact}</View>
        <Icon name="forward" size={14} className="line-go" />
      </Button>
    )}
    {phone && <ListRow icon="phone" title={copy.rows.call} note={phone} onTap={() => onCall(phone)} />}
  </>
)
