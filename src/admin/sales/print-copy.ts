/** Words on paper: packing slips, pick-up lists, the driver's list. */
export const copy = {
  slips: '分拣单',
  list: '自提清单',
  driver: '送货单',
  buy: '备货单',
  printedAt: (when: string) => `${when} 打印`,
  window: (from: string, until: string) => `取货 ${from} 至 ${until}`,
  sum: (bags: number, units: number) => `${bags} 袋 · ${units} 份`,
  numbers: (numbers: readonly number[]) => numbers.map((number) => `${number} 号`).join('、'),
  tail: (tail: string) => `尾号 ${tail}`,
  cut: (n: number) => `缺 ${n}，已退款`,
  columns: { number: '号', name: '邻居', what: '东西', units: '份', sign: '取走打勾' },
  goods: '商品',
  sold: '卖出',
  cutHead: '扣减',
  need: '要备',
  nothing: '没有可打印的内容',
} as const
