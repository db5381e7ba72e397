/** Wording of the communities' first page. */
export const copy = {
  title: '和邻居一起买，更新鲜也更省',
  note: '社区团正在筹备。开团前，这里先讲清楚它会怎样运作。',
  how: '社区团是怎么回事',
  steps: [
    { title: '一个小区，一位团长', note: '团长就住在你附近，帮大家选货、收货、分货' },
    { title: '一起下单，一起到', note: '开团后接龙下单，按时截单，货一趟送到小区' },
    { title: '下楼自提，坏果包赔', note: '到货通知你来取；不新鲜拍照就赔，不用退货' },
  ],
  honestTitle: '先说清楚',
  honest: ['团长推荐的每一单，会写明她有没有佣金', '不拉人头，不用邀请别人才能买', '没成团自动全额退款，原路退回'],
  hours: (hours: string) => `营业 ${hours}`,
  shop: '先去看看今天到货',
} as const
