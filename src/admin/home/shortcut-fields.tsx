import { Button, Input } from 'antd'
import { Icon } from '../parts/icon'
import { moved } from '../parts/moved'
import { PictureField } from '../parts/picture-uploader'
import { PlaceKeys } from '../parts/place-keys'
import { copy } from './copy'
import { replaced } from './draft'
import type { Shortcut } from './draft'
import { TargetField } from './target-field'

const MAX_SHORTCUTS = 10

type Props = { items: readonly Shortcut[]; onChange: (items: readonly Shortcut[]) => void }

export const ShortcutFields = ({ items, onChange }: Props) => (
  <>
    <ul className="shortcut-fields">
      {items.map((item, at) => (
        <li key={at}>
          <PictureField
            picture={item.picture}
            size={64}
            onChange={(picture) => onChange(replaced(items, at, { ...item, picture }))}
          />
          <div className="shortcut-fields__words">
            <Input
              value={item.title}
              maxLength={6}
              showCount
              placeholder={copy.shortcutName}
              onChange={({ target }) => onChange(replaced(items, at, { ...item, title: target.value }))}
            />
            <TargetField
              target={item.target}
              onChange={(target) => onChange(replaced(items, at, { ...item, target }))}
            />
          </div>
          <span className="shortcut-fields__tools">
            <PlaceKeys at={at} count={items.length} onMove={(to) => onChange(moved(items, at, to))} />
            <Button
              size="small"
              type="text"
              aria-label={copy.remove}
              disabled={items.length === 1}
              icon={<Icon name="trash" size={13} />}
              onClick={() => onChange(items.filter((_, other) => other !== at))}
            />
          </span>
        </li>
      ))}
    </ul>
    {items.length < MAX_SHORTCUTS && (
      <Button onClick={() => onChange([...items, { title: '', picture: null, target: { to: 'category', id: null } }])}>
        {copy.addShortcut}
      </Button>
    )}
  </>
)
