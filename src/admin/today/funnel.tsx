import type { CallOutput } from '@/contract/index'
import { FunnelBars } from '../parts/funnel-bars'
import { Card } from '../parts/page'
import { copy } from './copy'

const words = copy.funnel

export const Funnel = ({ steps }: { steps: CallOutput<'staff-order', 'today'>['funnel'] }) => (
  <Card title={words.title} aside={words.aside}>
    <FunnelBars steps={steps.map(({ step, people }) => ({ name: words.steps[step], people }))} />
  </Card>
)
