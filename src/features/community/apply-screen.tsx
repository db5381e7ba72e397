import { useState } from 'react'
import { Input, Textarea, View } from '@tarojs/components'
import { call } from '@/platform/call'
import { saidOf } from '@/platform/said'
import { asMember } from '@/platform/session'
import { Button } from '@/ui/button'
import { Card, CardHead } from '@/ui/card'
import { Dock } from '@/ui/dock'
import { Icon } from '@/ui/icon'
import { notify, notifyOnward } from '@/ui/notice'
import { tap } from '@/ui/tap'
import { copy, refused } from './copy'
import './community.scss'

const words = copy.apply

/** Asking to become a leader: two lines of one's own, and the terms in full. */
export const ApplyScreen = ({ onDone }: { readonly onDone: () => void }) => {
  const [neighbourhood, setNeighbourhood] = useState('')
  const [intro, setIntro] = useState('')
  const [hasReadTerms, setHasRead] = useState(false)
  const [isBusy, setIsBusy] = useState(false)

  const send = async () => {
    if (neighbourhood.trim() === '') return notify(words.fill)
    setIsBusy(true)
    const input = { neighbourhood: neighbourhood.trim(), intro: intro.trim(), hasReadTerms }
    const answer = await asMember(() => call('community', 'apply', input))
    setIsBusy(false)
    if (!answer) return
    if (!answer.ok) return notify(saidOf(answer, refused))
    notifyOnward(words.sent, 'check')
    onDone()
  }

  return (
    <>
      <View className="together">
        <View className="together-title">{words.head}</View>
        <View className="n2 mt2">{words.headNote}</View>
      </View>
      <Card>
        <View className="n2">{words.neighbourhood}</View>
        <Input
          className="community-field"
          value={neighbourhood}
          maxlength={30}
          placeholder={words.neighbourhoodHint}
          ariaLabel={words.neighbourhood}
          onInput={({ detail }) => setNeighbourhood(detail.value)}
        />
        <View className="n2 mt4">{words.intro}</View>
        <Textarea
          className="community-field community-area"
          value={intro}
          maxlength={200}
          placeholder={words.introHint}
          ariaLabel={words.intro}
          onInput={({ detail }) => setIntro(detail.value)}
        />
      </Card>
      <Card>
        <CardHead title={words.terms} />
        {words.termsList.map((term) => (
          <View className="honest" key={term}>
            <Icon name="check" size={17} className="leafy" />
            <View className="grow">{term}</View>
          </View>
        ))}
        <View
          className="row community-row mt2"
          {...tap(() => setHasRead(!hasReadTerms), words.read, { role: 'checkbox', isOn: hasReadTerms })}
        >
          <View className={hasReadTerms ? 'community-tick community-ticked' : 'community-tick'}>
            {hasReadTerms && <Icon name="check" size={14} />}
          </View>
          <View className="grow b">{words.read}</View>
        </View>
      </Card>
      <Dock>
        <Button width="grow" isOff={!hasReadTerms} isBusy={isBusy} onTap={() => void send()}>
          {words.send}
        </Button>
      </Dock>
    </>
  )
}
