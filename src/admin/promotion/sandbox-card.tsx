/** A draft tried on last week's orders: what it would have met, cost and lost, and from which threshold nothing is lost. */
import { useEffect, useState } from 'react'
import { Button } from 'antd'
import { Link } from 'react-router-dom'
import type { CallInput, CallOutput } from '@/contract/index'
import type { Fen } from '@/domain/money'
import { shopClock, type EpochMs } from '@/domain/time'
import { useCloud } from '../cloud/use-cloud'
import { countText, percentText } from '../parts/count-text'
import { Icon } from '../parts/icon'
import { Money, moneyText } from '../parts/money'
import { Card } from '../parts/page'
import { Failed, Skeleton } from '../parts/states'
import { yuan } from './copy'
import { MarginBars } from './margin-bars'
import { copy, discountNames } from './sandbox-copy'
import './promotion.css'
import '../parts/deal.css'

type Input = CallInput<'staff-promotion', 'tryDraft'>
type Answer = CallOutput<'staff-promotion', 'tryDraft'>
type Props = {
  /** Null while the draft can't be tried. */
  input: Input | null
  budget?: number
  onAdopt?: (thresholdFen: Fen) => void
}

/** Typing doesn't ask at each letter. */
const PAUSE = 500

const useSettled = (input: Input | null): Input | null => {
  const text = JSON.stringify(input)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return JSON.parse(settled) as Input | null
}

const NOTHING = {} as Input
const dayOf = (at: EpochMs): string => {
  const { month, day } = shopClock(at)
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
const rate = (bp: number): string => percentText(bp / 10_000)

export const SandboxCard = ({ input, budget, onAdopt }: Props) => {
  const asked = useSettled(input)
  const { data, error, refetch, isFetching } = useCloud('staff-promotion', 'tryDraft', asked ?? NOTHING, {
    isOff: asked === null,
    keepsPrevious: true,
    isStill: true,
  })
  const shown = asked === null ? undefined : data
  return (
    <Card
      title={copy.title}
      className="sandbox"
      {...(shown
        ? {
            aside: copy.aside(
              dayOf(shown.fromAt),
              dayOf((shown.untilAt - 1) as EpochMs),
              countText(shown.trial.orders),
            ),
          }
        : {})}
      action={
        asked && (
          <Button size="small" loading={isFetching} onClick={() => void refetch()}>
            {copy.again}
          </Button>
        )
      }
    >
      {asked === null && <p className="nothing-yet aside">{copy.waiting}</p>}
      {asked &&
        !shown &&
        (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={4} height={52} />)}
      {shown && shown.trial.orders === 0 && <p className="nothing-yet aside">{copy.none}</p>}
      {shown && shown.trial.orders > 0 && <Shown answer={shown} budget={budget} onAdopt={onAdopt} />}
    </Card>
  )
}

type ShownProps = { answer: Answer; budget: number | undefined; onAdopt: Props['onAdopt'] | undefined }

const Shown = ({ answer: { trial, worst }, budget, onAdopt }: ShownProps) => {
  const { orders, affected, offFen, mostOffFen, mostOffBp, marginBp, losses, saferThreshold, meetings } = trial
  const titleOf = (orderId: string) => worst.find((each) => each.orderId === orderId)
  const points = marginBp && (marginBp.after - marginBp.before) / 100
  return (
    <>
      <dl className="figures sandbox__figures">
        <div>
          <dt>{copy.affected}</dt>
          <dd>{copy.affectedValue(countText(affected))}</dd>
          <dd className="second">{copy.share(percentText(affected / orders))}</dd>
        </div>
        <div>
          <dt>{copy.off}</dt>
          <dd>
            <Money amount={offFen} />
          </dd>
          <dd className="second">{copy.offNote(moneyText(mostOffFen))}</dd>
        </div>
        <div>
          <dt>{copy.margin}</dt>
          <dd>{marginBp ? rate(marginBp.after) : copy.unknownMargin}</dd>
          <dd className="second">
            {marginBp && points !== null
              ? copy.marginNote(rate(marginBp.before), `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`)
              : copy.unknownMarginNote}
          </dd>
        </div>
        <div className={losses.orders > 0 ? 'is-loss' : ''}>
          <dt>{copy.losses}</dt>
          <dd>{copy.affectedValue(countText(losses.orders))}</dd>
          <dd className="second">{losses.orders > 0 ? copy.lossesNote(moneyText(losses.sumFen)) : copy.noLosses}</dd>
        </div>
      </dl>
      {affected === 0 ? (
        <p className="nothing-yet aside">{copy.untouched}</p>
      ) : (
        <div className="sandbox__pair">
          <div>
            <p className="sandbox__part">
              {copy.histogramTitle(countText(affected - trial.withoutCost))}
              <i className="is-before" /> {copy.before}
              <i className="is-after" /> {copy.after}
            </p>
            <MarginBars buckets={trial.buckets} />
          </div>
          <div className="sandbox__side">
            <p className="sandbox__part">{copy.lossOrders}</p>
            {losses.orders === 0 && <p className="aside">{copy.noLosses}</p>}
            <ul className="sandbox__losses">
              {losses.worst.slice(0, 3).map(({ orderId, marginFen }) => (
                <li key={orderId}>
                  <Link to={`/orders?open=${orderId}`}>
                    {titleOf(orderId)?.title}
                    <span className="second">{titleOf(orderId)?.number.slice(-8)}</span>
                  </Link>
                  <Money amount={marginFen} weight={500} />
                </li>
              ))}
            </ul>
            {saferThreshold && (
              <p className="sandbox__safer">
                <Icon name="warn" size={13} />
                <span>
                  {copy.safer(yuan(saferThreshold.thresholdFen), rate(saferThreshold.marginBp))}
                  {onAdopt && (
                    <button type="button" onClick={() => onAdopt(saferThreshold.thresholdFen)}>
                      {copy.adopt}
                    </button>
                  )}
                </span>
              </p>
            )}
            <dl className="sandbox__rows">
              {budget !== undefined && (
                <div>
                  <dt>{copy.budget}</dt>
                  <dd>{copy.budgetValue(countText(affected), countText(budget))}</dd>
                </div>
              )}
              <div>
                <dt>{copy.mostOff}</dt>
                <dd>{copy.mostOffValue(moneyText(mostOffFen), rate(mostOffBp))}</dd>
              </div>
              {meetings.slice(0, 2).map(({ with: kinds, orders: met, deepestBp, isDeep }) => (
                <div key={kinds.join()} className={isDeep ? 'is-deep' : ''}>
                  <dt>{copy.meeting(kinds.map((kind) => discountNames[kind]).join('+'), countText(met))}</dt>
                  <dd>{copy.deepest(rate(deepestBp))}</dd>
                </div>
              ))}
            </dl>
            {trial.withoutCost > 0 && <p className="aside">{copy.withoutCost(countText(trial.withoutCost))}</p>}
          </div>
        </div>
      )}
    </>
  )
}
