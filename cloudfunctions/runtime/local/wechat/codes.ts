/** 小程序码: WeChat's rules for scene and page, and where the picture leads on this machine. */
import * as z from 'zod'
import { drawCode } from './code-picture'
import { sayNo, type Say } from './say'

const bodyShape = z.object({
  scene: z.string(),
  page: z.string().default(''),
  width: z.int().min(280).max(1280).default(430),
  env_version: z.enum(['release', 'trial', 'develop']).default('release'),
  check_path: z.boolean().default(true),
  is_hyaline: z.boolean().default(false),
})
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

export type CodeRules = {
  linkOf(page: string, scene: string): string
  /** Pages that have been released; without the list every page passes. */
  pages: readonly string[] | undefined
}

export const drawUnlimited = async (body: unknown, rules: CodeRules): Promise<Buffer | Say> => {
  const read = bodyShape.safeParse(body)
  if (!read.success) return sayNo(40097, 'invalid args')
  const { scene, page, width, check_path: isChecked, is_hyaline: isTransparent } = read.data
  if (!SCENE.test(scene)) return sayNo(40169, 'invalid length for scene, or the data is not json string')
  const isKnown = !isChecked || !rules.pages || rules.pages.includes(page)
  if (page.startsWith('/') || page.includes('?') || !isKnown) return sayNo(41030, 'invalid page')
  return drawCode(rules.linkOf(page, scene), width, isTransparent)
}
