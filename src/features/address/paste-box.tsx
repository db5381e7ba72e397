import { useState } from 'react'
import { Textarea, View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { copy } from './copy'
import './address.scss'

/** Shorter than this nobody pastes an address: it is being typed. */
const PASTED_FROM = 6

/** Takes an address in one piece and empties itself once it was read. */
export const PasteBox = ({ onPaste }: { readonly onPaste: (text: string) => boolean }) => {
  const [text, setText] = useState('')
  const write = (now: string) => {
    const isPasted = now.length - text.length >= PASTED_FROM
    setText(isPasted && onPaste(now) ? '' : now)
  }
  // typed by hand it is read when the finger leaves
  const leave = () => {
    if (text.trim().length >= PASTED_FROM && onPaste(text)) setText('')
  }
  return (
    <Card>
      <View className="row n2">
        <Icon name="sparkle" size={16} className="acc" />
        {copy.pasteTitle}
      </View>
      <Textarea
        className="paste-box"
        placeholderClass="form-hint"
        value={text}
        placeholder={copy.pasteHint}
        maxlength={200}
        ariaLabel={copy.pasteTitle}
        onInput={({ detail }) => write(detail.value)}
        onBlur={leave}
      />
    </Card>
  )
}
