/** China's 34 provinces as an address writes them, and as people shorten them. */

const fullNames = [
  ...['北京市', '天津市', '上海市', '重庆市'],
  ...['河北省', '山西省', '辽宁省', '吉林省', '黑龙江省', '江苏省', '浙江省', '安徽省', '福建省', '江西省', '山东省'],
  ...['河南省', '湖北省', '湖南省', '广东省', '海南省', '四川省', '贵州省', '云南省', '陕西省', '甘肃省', '青海省'],
  ...['台湾省', '内蒙古自治区', '广西壮族自治区', '西藏自治区', '宁夏回族自治区', '新疆维吾尔自治区'],
  ...['香港特别行政区', '澳门特别行政区'],
] as const

const shortOf = (full: string): string => full.replace(/(壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/, '')

/** 「上海市徐汇区…」 and 「上海徐汇区…」 both begin with 上海市; `length` is how much of the text names it. */
export const provinceAtStart = (text: string): { readonly name: string; readonly length: number } | null => {
  for (const name of fullNames) {
    if (text.startsWith(name)) return { name, length: name.length }
    const short = shortOf(name)
    if (text.startsWith(short)) return { name, length: short.length }
  }
  return null
}

const MUNICIPALITIES: readonly string[] = fullNames.slice(0, 4)
/** Beijing, Tianjin, Shanghai and Chongqing are a province and its only city at once. */
export const isMunicipality = (province: string): boolean => MUNICIPALITIES.includes(province)
