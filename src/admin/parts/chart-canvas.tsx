import { useEffect, useRef } from 'react'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import { init, registerTheme, use as bring } from 'echarts/core'
import type { ECharts, EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { echartsTheme } from '../theme'

bring([BarChart, LineChart, GridComponent, MarkPointComponent, TooltipComponent, SVGRenderer])
registerTheme('quanji', echartsTheme)

const ChartCanvas = ({ option }: { option: EChartsCoreOption }) => {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>()

  useEffect(() => {
    if (!box.current) return undefined
    const drawn = init(box.current, 'quanji')
    chart.current = drawn
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(box.current)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  }, [])

  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true })
  }, [option])

  return <div ref={box} style={{ height: '100%' }} />
}

export default ChartCanvas
