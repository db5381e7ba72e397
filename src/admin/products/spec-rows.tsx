import { useState } from 'react'
import { Button, Input, Popover } from 'antd'
import { Icon } from '../parts/icon'
import { editorCopy } from './copy'
import { addOption, addSpec, removeOption, removeSpec } from './draft-specs'
import type { Draft } from './draft'

const words = editorCopy.skus
const MAX_SPECS = 3
const MAX_OPTIONS = 20

export const SpecRows = ({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) => (
  <div className="spec-rows">
    {draft.specs.map(({ name, options }, at) => (
      <div key={name} className="spec-rows__row">
        <span className="spec-rows__name">{name}</span>
        {options.map((option) => (
          <span key={option} className="spec-rows__option">
            {option}
            {options.length > 1 && (
              <button
                type="button"
                aria-label={words.removeOption(option)}
                onClick={() => onDraft(removeOption(draft, at, option))}
              >
                <Icon name="close" size={10} />
              </button>
            )}
          </span>
        ))}
        {options.length < MAX_OPTIONS && <AddOption onAdd={(option) => onDraft(addOption(draft, at, option))} />}
        <button
          type="button"
          className="spec-rows__remove"
          title={words.removeSpec}
          aria-label={words.removeSpec}
          onClick={() => onDraft(removeSpec(draft, at))}
        >
          <Icon name="trash" size={13} />
        </button>
      </div>
    ))}
    {draft.specs.length < MAX_SPECS && (
      <div className="spec-rows__new">
        <AddSpec
          taken={draft.specs.map(({ name }) => name)}
          onAdd={(name, option) => onDraft(addSpec(draft, name, option))}
        />
      </div>
    )}
  </div>
)

const AddOption = ({ onAdd }: { onAdd: (option: string) => void }) => {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <button type="button" className="spec-rows__add" onClick={() => setOpen(true)}>
        {words.addOption}
      </button>
    )
  return (
    <Input
      autoFocus
      size="small"
      maxLength={20}
      className="spec-rows__field"
      onBlur={({ target }) => {
        if (target.value.trim()) onAdd(target.value.trim())
        setOpen(false)
      }}
      onPressEnter={({ currentTarget }) => currentTarget.blur()}
    />
  )
}

const AddSpec = ({ taken, onAdd }: { taken: readonly string[]; onAdd: (name: string, option: string) => void }) => {
  const [name, setName] = useState('')
  const [option, setOption] = useState('')
  const [isOpen, setOpen] = useState(false)
  const canAdd = name.trim() !== '' && option.trim() !== '' && !taken.includes(name.trim())
  const add = (): void => {
    if (!canAdd) return
    onAdd(name.trim(), option.trim())
    setName('')
    setOption('')
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
        <span className="spec-rows__form">
          <Input
            autoFocus
            maxLength={10}
            placeholder={words.specName}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Input
            maxLength={20}
            placeholder={words.firstOption}
            value={option}
            onChange={(event) => setOption(event.target.value)}
            onPressEnter={add}
          />
          <Button type="primary" disabled={!canAdd} onClick={add}>
            {words.add}
          </Button>
        </span>
      }
    >
      <button type="button" className="quiet-link">
        {words.addSpec}
      </button>
    </Popover>
  )
}
