/** The poster of a member's own share code, with the mini program code that leads to it. Drawn once and kept. */
import type { card } from '@/contract/card'
import { ok, refuse } from '@/domain/result'
import { LANDING_PAGE, shareScene } from '@/domain/share/link'
import { HOUR } from '@/domain/time'
import { remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readPosterFacts, type PosterFactsRow } from './card-facts.sql'
import { drawingFacts, saidOnCard } from './draw-card'
import { drawPoster } from './draw-poster'
import { pictureKey } from './picture-key'

const CODE_WIDTH = 430

export const makePoster: UseCase<typeof card.poster> = async (deps, { memberId }, { code }) => {
  const row = await readPosterFacts(deps, code, memberId)
  if (!row) return refuse({ code: 'share.unknown' })
  const key = pictureKey('posters', [code, row.recommendedBy, row.subtitle, ...saidOnCard(row)])
  return ok({ url: await remembered(deps, `poster:${key}`, HOUR, () => keepPoster(deps, key, code, row)) })
}

/** Storing again what is there costs less than WeChat's code and a drawing, and is how a store tells its address. */
const keepPoster = async (deps: Deps, key: string, code: string, row: PosterFactsRow): Promise<string> => {
  const bytes = (await deps.files.read(key)) ?? (await draw(deps, code, row))
  return deps.files.put(key, bytes, 'image/jpeg')
}

const draw = async (deps: Deps, code: string, row: PosterFactsRow): Promise<Buffer> => {
  const [facts, image] = await Promise.all([
    drawingFacts(deps, row),
    deps.wechat.miniProgramCode({ scene: shareScene(code), page: LANDING_PAGE, width: CODE_WIDTH }),
  ])
  return drawPoster({ ...facts, subtitle: row.subtitle, recommendedBy: row.recommendedBy, code: image })
}
