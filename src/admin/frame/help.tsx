import type { Tone } from '../theme'
import { StateTag } from '../parts/state-cell'
import { copy } from './copy'

const tones = Object.entries(copy.tones) as [Tone, string][]

export const Help = () => (
  <div className="help">
    <h3>{copy.helpTones}</h3>
    {tones.map(([tone, meaning]) => (
      <StateTag key={tone} tone={tone} text={meaning} />
    ))}
    <h3>{copy.helpKeys}</h3>
    {copy.keys.map(([key, what]) => (
      <span key={key} className="help__key">
        <kbd>{key}</kbd>
        {what}
      </span>
    ))}
  </div>
)
