/** Charts arrive after the numbers: echarts is a chunk of its own and a box keeps the place. */
import { Suspense, lazy } from 'react'
import type { EChartsCoreOption } from 'echarts/core'

const ChartCanvas = lazy(() => import('./chart-canvas'))

type Props = { option: EChartsCoreOption; height: number | string; label: string }

export const Chart = ({ option, height, label }: Props) => (
  <div role="img" aria-label={label} style={{ height, minHeight: 0 }}>
    <Suspense fallback={null}>
      <ChartCanvas option={option} />
    </Suspense>
  </div>
)
