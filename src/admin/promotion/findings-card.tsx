/** What WeChat's rules say of the campaign: each violation with its clause and one tap that mends it; what is passed stays in sight. */
import { Button } from 'antd'
import { canPublish, type Finding, type Fix } from '@/domain/assist/lint'
import { Icon } from '../parts/icon'
import { Card } from '../parts/page'
import { StateTag } from '../parts/state-cell'
import { book, clauseTexts, copy, wordsOf } from './assist-copy'

type Props = { findings: readonly Finding[]; isOff: boolean; onFix: (fix: Fix) => void }

const words = copy.checks

export const FindingsCard = ({ findings, isOff, onFix }: Props) => {
  const bad = findings.filter(({ ok }) => !ok)
  const good = findings.filter(({ ok }) => ok)
  return (
    <Card
      title={words.title}
      className="findings"
      action={
        <>
          {!canPublish(findings) && <StateTag tone="late" text={words.bad(bad.length)} />}
          <StateTag tone="done" text={words.passed(good.length)} />
        </>
      }
    >
      {bad.map((finding, place) => (
        <Violation key={`${finding.code} ${place}`} finding={finding} isOff={isOff} onFix={onFix} />
      ))}
      <ul className="kept-rules findings__good">
        {good.map(({ code, clauses }) => (
          <li key={code}>
            <Icon name="check" size={11} />
            {wordsOf(code).good} <span className="aside">{clauses[0]}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Violation = ({ finding, isOff, onFix }: { finding: Finding; isOff: boolean; onFix: Props['onFix'] }) => {
  const { code, clauses, facts = {}, where, fix } = finding
  const { bad, note, fix: fixText } = wordsOf(code)
  return (
    <section className="violation" role="alert" aria-label={bad}>
      <header>
        <span className="violation__cross">
          <Icon name="close" size={9} />
        </span>
        <b>{bad}</b>
        {fix && !isOff && (
          <Button size="small" onClick={() => onFix(fix)}>
            {fixText?.('text' in fix ? fix.text : fix.value) ?? ''}
          </Button>
        )}
      </header>
      <blockquote>
        <b>
          {book}
          {clauses.join('、')}
        </b>
        <span>{clauses.map((clause) => clauseTexts[clause]).join('')}</span>
      </blockquote>
      <p>{note(facts, where?.words ?? '')}</p>
    </section>
  )
}
