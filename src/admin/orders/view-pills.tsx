/** Saved views as pills, and the link that saves what is set now. */
import { useState } from 'react'
import { Button, Input, Popover } from 'antd'
import { useSearchParams } from 'react-router-dom'
import { Icon } from '../parts/icon'
import { copy } from './copy'
import { useSavedViews, viewSearch } from './saved-views'

const words = copy.filters

export const ViewPills = () => {
  const [search, setSearch] = useSearchParams()
  const { views, save, remove } = useSavedViews()
  const now = viewSearch(search)
  return (
    <>
      {views.map((view) => (
        <span key={view.name} className={`filter-pill${view.search === now ? ' is-set' : ''}`}>
          <button type="button" className="filter-pill__face" onClick={() => setSearch(view.search)}>
            <span className="filter-pill__name">{words.saved}</span>
            <span className="filter-pill__value">{view.name}</span>
          </button>
          <button
            type="button"
            className="filter-pill__clear"
            aria-label={words.remove}
            onClick={() => remove(view.name)}
          >
            <Icon name="close" size={11} />
          </button>
        </span>
      ))}
      {now && !views.some((view) => view.search === now) && <SaveView onSave={(name) => save({ name, search: now })} />}
    </>
  )
}

const SaveView = ({ onSave }: { onSave: (name: string) => void }) => {
  const [name, setName] = useState('')
  const [isOpen, setOpen] = useState(false)
  const save = (): void => {
    if (!name.trim()) return
    onSave(name.trim())
    setName('')
    setOpen(false)
  }
  return (
    <Popover
      trigger="click"
      arrow={false}
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <span style={{ display: 'flex', gap: 8 }}>
          <Input
            autoFocus
            value={name}
            maxLength={12}
            placeholder={words.saveName}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={save}
          />
          <Button type="primary" onClick={save}>
            {words.save}
          </Button>
        </span>
      }
    >
      <button type="button" className="quiet-link" style={{ marginLeft: 8 }}>
        {words.save}
      </button>
    </Popover>
  )
}
