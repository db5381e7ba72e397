/** What a place shows while it has nothing to show: loading, empty, failed. */
import { useState, type ReactNode } from 'react'
import { useIsFetching } from '@tanstack/react-query'
import { Button } from 'antd'
import { CloudFault } from '../cloud/call'
import { refusalText } from '../cloud/refusal-text'
import { ReadRefused } from '../cloud/use-cloud'
import { Icon } from './icon'
import type { IconName } from './icon'
import { copy } from './copy'
import './states.css'

type Props = { icon: IconName; title: string; note?: string; children?: ReactNode }

const State = ({ icon, title, note, children }: Props) => (
  <div className="state">
    <span className="state__icon">
      <Icon name={icon} size={20} />
    </span>
    <p className="state__title">{title}</p>
    {note && <p className="state__note">{note}</p>}
    {children}
  </div>
)

/** Says what is not there and offers the next step as its child. */
export const Empty = ({ icon = 'box', ...rest }: Partial<Pick<Props, 'icon'>> & Omit<Props, 'icon'>) => (
  <State icon={icon} {...rest} />
)

/** What happened, what is safe, the way on. A refused read says why; asking again would not help. */
export const Failed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => {
  const isReading = useIsFetching() > 0
  const [isAsked, setAsked] = useState(false)
  if (error instanceof ReadRefused) return <State icon="shield" title={refusalText({}, error.refusal)} />
  return (
    <div role="alert">
      <State icon="warn" title={copy.failed} note={copy.failedSafe}>
        {error instanceof CloudFault && error.requestId && (
          <p className="state__note">{copy.faultNumber(error.requestId)}</p>
        )}
        <Button
          loading={isAsked && isReading}
          onClick={() => {
            setAsked(true)
            onRetry()
          }}
        >
          {copy.retry}
        </Button>
      </State>
    </div>
  )
}

/** Lines in the shape of what will stand there. */
export const Skeleton = ({ rows = 6, height = 40 }: { rows?: number; height?: number }) => (
  <div className="skeleton" role="status" aria-label={copy.loading}>
    {Array.from({ length: rows }, (_, row) => (
      <span key={row} className="skeleton__row" style={{ height, opacity: 1 - row / (rows + 2) }} />
    ))}
  </div>
)
