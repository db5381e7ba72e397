/** Wording of the home screen. */
export const copy = {
  mark: '圈',
  shop: '圈集',
  hint: '搜水果、面包、今晚吃什么',
  about: (store: string) => `${store}，店铺信息`,
  notice: '店里说',
  pickup: '常用自提点',
  hours: (hours: string) => `营业 ${hours}`,
  phone: '店铺电话',
  more: '去看看',
  open: (title: string) => `看看${title}`,
  offlineFacts: [
    { title: '购物车里的东西都还在', note: '连上网就能看到' },
    { title: '下过的单不受影响', note: '该备货备货，该送送' },
  ],
  moreFailed: '没接上，点一下再试',
  again: '再看一些',
  loading: '正在补货…',
  end: '到底了，想吃什么直接搜',
  stale: '网络不太好，先看看之前的',
} as const
