import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button, Dropdown } from 'antd'
import { newRequestId } from '../cloud/call'
import { ConfirmOnce } from '../parts/confirm-once'
import { Icon } from '../parts/icon'
import type { IconName } from '../parts/icon'
import { moved } from '../parts/moved'
import { Card } from '../parts/page'
import { PlaceKeys } from '../parts/place-keys'
import { Empty } from '../parts/states'
import { copy, kindNames } from './copy'
import { newBlock, replaced } from './draft'
import type { DraftBlock, Kind, Placed } from './draft'

const icons = { banner: 'picture', shortcuts: 'layout', 'product-row': 'bag' } as const satisfies Record<Kind, IconName>
const kinds = Object.keys(kindNames) as Kind[]
const MAX_BLOCKS = 20

const titleOf = (block: DraftBlock): string =>
  block.kind === 'shortcuts' ? block.items.map(({ title }) => title).join('、') : block.title

type Props = {
  placed: readonly Placed[]
  openKey: string | undefined
  onOpen: (key: string) => void
  onChange: (placed: Placed[]) => void
}

export const BlockList = ({ placed, openKey, onOpen, onChange }: Props) => {
  const [dragged, setDragged] = useState<number>()
  const add = (kind: Kind): void => {
    const key = newRequestId()
    onChange([...placed, { key, block: newBlock(kind), isHidden: false }])
    onOpen(key)
  }
  return (
    <Card
      title={copy.blocks}
      aside={copy.count(placed.length)}
      className="home__blocks"
      action={
        <Dropdown
          trigger={['click']}
          disabled={placed.length >= MAX_BLOCKS}
          menu={{ items: kinds.map((key) => ({ key, label: kindNames[key] })), onClick: ({ key }) => add(key as Kind) }}
        >
          <Button size="small">{copy.add}</Button>
        </Dropdown>
      }
    >
      {placed.length === 0 && <Empty icon="layout" title={copy.none} note={copy.noneNote} />}
      <ul className="block-list">
        {placed.map((block, at) => (
          <li
            key={block.key}
            draggable
            className={`${block.key === openKey ? 'is-open' : ''} ${at === dragged ? 'is-dragged' : ''}`}
            onDragStart={() => setDragged(at)}
            onDragEnd={() => setDragged(undefined)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => dragged !== undefined && onChange(moved(placed, dragged, at))}
          >
            <BlockRow
              placed={block}
              onOpen={() => onOpen(block.key)}
              onHide={() => onChange(replaced(placed, at, { ...block, isHidden: !block.isHidden }))}
              onRemove={() => onChange(placed.filter((other) => other !== block))}
            >
              <PlaceKeys at={at} count={placed.length} onMove={(to) => onChange(moved(placed, at, to))} />
            </BlockRow>
          </li>
        ))}
      </ul>
    </Card>
  )
}

type RowProps = {
  placed: Placed
  onOpen: () => void
  onHide: () => void
  onRemove: () => void
  /** What moves it. */
  children: ReactNode
}

const BlockRow = ({ placed: { block, isHidden }, onOpen, onHide, onRemove, children }: RowProps) => (
  <>
    <button type="button" className="block-list__face" onClick={onOpen}>
      <Icon name="grip" size={14} style={{ cursor: 'grab' }} />
      <Icon name={icons[block.kind]} />
      <span className="block-list__name">
        {kindNames[block.kind]} {isHidden && <span className="aside">{copy.hidden}</span>}
        <span className="second">{titleOf(block)}</span>
      </span>
    </button>
    <span className="block-list__tools">
      {children}
      <Button
        size="small"
        type="text"
        aria-label={isHidden ? copy.show : copy.hide}
        title={isHidden ? copy.show : copy.hide}
        icon={<Icon name={isHidden ? 'eyeOff' : 'eye'} size={13} />}
        onClick={onHide}
      />
      <ConfirmOnce title={copy.removeSure} act={copy.remove} onSure={onRemove}>
        <Button size="small" type="text" aria-label={copy.remove} icon={<Icon name="trash" size={13} />} />
      </ConfirmOnce>
    </span>
  </>
)
