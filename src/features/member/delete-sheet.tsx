import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { KEPT } from '@/domain/member/deletion'
import { Button } from '@/ui/button'
import { Hint } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { copy } from './copy'
import { deleteMe } from './delete-me'
import './member.scss'

type Props = { readonly onClose: () => void; readonly onGone: () => void; readonly onOrders: () => void }
type Step = { readonly at: 'reading' | 'typing' } | { readonly at: 'refused'; readonly openOrders: number }

const words = copy.deletion

/** Two steps: what goes and what stays, then the word itself. Open orders end it with the way to them. */
export const DeleteSheet = ({ onClose, onGone, onOrders }: Props) => {
  const [step, setStep] = useState<Step>({ at: 'reading' })
  const [typed, setTyped] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const end = async () => {
    setIsBusy(true)
    const ended = await deleteMe()
    setIsBusy(false)
    if (ended.outcome === 'gone') onGone()
    else if (ended.outcome === 'open-orders') setStep({ at: 'refused', openOrders: ended.openOrders })
  }

  const next =
    step.at === 'reading' ? (
      <Button kind="line" width="grow" onTap={() => setStep({ at: 'typing' })}>
        {words.next}
      </Button>
    ) : step.at === 'typing' ? (
      <Button width="grow" isOff={typed.trim() !== words.word} isBusy={isBusy} onTap={() => void end()}>
        {words.yes}
      </Button>
    ) : (
      <Button width="grow" onTap={onOrders}>
        {words.seeOrders}
      </Button>
    )

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words.title}
      foot={
        <>
          <Button kind={step.at === 'reading' ? 'fill' : 'line'} width="grow" onTap={onClose}>
            {words.keep}
          </Button>
          {next}
        </>
      }
    >
      {step.at === 'refused' ? (
        <>
          <View className="b">{words.open(step.openOrders)}</View>
          <View className="n2 mt1">{words.openNote}</View>
        </>
      ) : step.at === 'typing' ? (
        <>
          <View className="b">{words.type(words.word)}</View>
          <Input
            className="delete-word"
            value={typed}
            maxlength={8}
            ariaLabel={words.type(words.word)}
            onInput={({ detail }) => setTyped(detail.value)}
          />
        </>
      ) : (
        <>
          <View className="b">{words.goes}</View>
          <View className="n2">{words.goesNote}</View>
          <View className="b mt4">{words.stays}</View>
          {KEPT.map(({ what }) => (
            <View className="n2" key={what}>
              {words.staysWhat[what]}
            </View>
          ))}
          <View className="b mt4">{words.code}</View>
          <View className="n2">{words.codeNote}</View>
          <Hint icon="warn" tone="honey" className="mt4">
            {words.noWayBack}
          </Hint>
        </>
      )}
    </Sheet>
  )
}
