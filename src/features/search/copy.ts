/** Wording of the search. */
export const copy = {
  hint: '搜水果、面包、今晚吃什么',
  history: '最近搜过',
  clear: '清空',
  cleared: '清空了',
  clearLabel: '清空最近搜过的词',
  popular: '邻居都在搜',
  mended: (typed: string, mended: string) => `没有「${typed}」，已为你找「${mended}」`,
  noneTitle: (typed: string) => `没找到「${typed}」`,
  noneNote: '换个说法试试，拼音和首字母也行',
  rescue: '不如看看这些',
  safe: [{ title: '搜过的词都记着', note: '连上网点一下就能再搜' }],
  moreFailed: '没接上，点一下再试',
  more: '再看一些',
  loading: '还在找…',
  end: '都在这里了',
  look: (word: string) => `搜索${word}`,
} as const
