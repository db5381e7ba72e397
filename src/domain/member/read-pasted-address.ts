/** Splits an address that somebody pasted in one piece, as it comes out of a chat or another shop. */
import { isMunicipality, provinceAtStart } from './provinces'

export type AddressFields = {
  readonly name: string
  readonly phone: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly detail: string
}

const LABEL =
  /(收货人|收件人|姓名|联系人|手机号码|手机号|手机|联系电话|电话|所在地区|地区|详细地址|收货地址|地址)\s*[:：]\s*/g
/** Eleven digits with or without +86, and with the blanks or dashes people put between them. */
const PHONE = /(?:\+?86[\s-]?)?(1[3-9]\d(?:[\s-]?\d){8})(?!\d)/
const SEPARATOR = /[\s,，;；、|]+/
/** Longest name of a person that the address book takes for one when nothing else tells. */
const LONGEST_NAME = 8

/**
 * What could be read out of `text`; a field that was not found is left out, so that nothing typed before is lost.
 * Order does not matter: 「张三 13800000000 上海市徐汇区…」 and 「上海徐汇区…，张三，138 0000 0000」 read alike.
 */
export const readPastedAddress = (text: string): Partial<AddressFields> => {
  const unlabelled = text.replace(LABEL, ' ')
  const phone = PHONE.exec(unlabelled)
  const plain = phone ? unlabelled.replace(phone[0], ' ') : unlabelled
  const place = placeOf(plain)
  const before = partsOf(place ? plain.slice(0, place.at) : plain)
  const after = partsOf(place?.rest ?? '')
  const name = shortest(before.filter(isName)) ?? after.filter(isNameAfterPlace).pop()
  const detail = after.filter((part) => part !== name).join(' ')
  return {
    ...(name ? { name } : {}),
    ...(phone?.[1] ? { phone: phone[1].replace(/\D/g, '') } : {}),
    ...place?.region,
    ...(detail ? { detail } : {}),
  }
}

const partsOf = (text: string): string[] => text.split(SEPARATOR).filter(Boolean)

type Region = Pick<AddressFields, 'province'> & Partial<Pick<AddressFields, 'city' | 'district'>>
/** Where the place begins, what region it names, and what follows. */
type Place = { readonly at: number; readonly region: Region; readonly rest: string }

const CITY = /^[^\s,，]{2,7}?(?:自治州|地区|盟|市)/
const DISTRICT = /^[^\s,，]{1,8}?(?:自治县|新区|区|县|旗|市)/

const placeOf = (text: string): Place | null => {
  const starts = [0, ...[...text.matchAll(/[\s,，;；、|]+/g)].map((gap) => gap.index + gap[0].length)]
  for (const at of starts) {
    const province = provinceAtStart(text.slice(at))
    if (province) return { at, ...regionOf(province.name, text.slice(at + province.length)) }
  }
  return null
}

const regionOf = (province: string, afterProvince: string): Omit<Place, 'at'> => {
  const [city, afterCity] = isMunicipality(province) ? cityAgain(province, afterProvince) : eat(CITY, afterProvince)
  const [district, rest] = eat(DISTRICT, afterCity)
  return { region: { province, ...(city ? { city } : {}), ...(district ? { district } : {}) }, rest }
}

/** 「上海市上海市徐汇区」 and 「上海市市辖区徐汇区」 both come out of forms. */
const cityAgain = (city: string, text: string): [string, string] => {
  const rest = unspaced(text)
  const again = provinceAtStart(rest)
  return [city, again?.name === city ? rest.slice(again.length) : rest.replace(/^市辖区/, '')]
}

const eat = (pattern: RegExp, text: string): [string | undefined, string] => {
  const rest = unspaced(text)
  const eaten = pattern.exec(rest)?.[0]
  return [eaten, rest.slice(eaten?.length ?? 0)]
}
const unspaced = (text: string): string => text.replace(/^[\s,，;；、|]+/, '')

const isName = (part: string): boolean => /^[\u4e00-\u9fa5·A-Za-z.]+$/.test(part) && part.length <= LONGEST_NAME
/** Behind a place, a word may as well be a part of it: 「1 号」, 「南门」. */
const isNameAfterPlace = (part: string): boolean =>
  isName(part) && part.length >= 2 && part.length <= 4 && !/[号楼室层栋幢座路街道弄村巷园苑院门店]$/.test(part)

const shortest = (words: readonly string[]): string | undefined => [...words].sort((a, b) => a.length - b.length)[0]
