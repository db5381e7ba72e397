/** The poster of a member's own share code, with the mini program code that leads to it. Drawn once and kept. */
import type { card } from '@/contract/card'
import { ok, refuse } from '@/domain/result'
import { PAGE_OF, shareScene, type SharedThing } from '@/domain/share/link'
import { HOUR } from '@/domain/time'
import { readCard } from '../assist/card.sql'
import { remembered } from '../catalog/shop-memory'
import type { Deps } from '../runtime/deps'
import type { UseCase } from '../runtime/serve'
import { readPosterFacts } from './card-facts.sql'
import { readCommunityPosterFacts } from './community-facts.sql'
import { drawingFacts, saidOnCard } from './draw-card'
import { drawAssistPoster } from './draw-assist-poster'
import { drawCommunityPoster } from './draw-community-poster'
import { drawGroupPoster } from './draw-group-poster'
import { drawPoster } from './draw-poster'
import { drawSalePoster } from './draw-sale-poster'
import { readGroupPosterFacts } from './group-facts.sql'
import { assistCardFacts } from './keep-assist-card'
import { communityFacts, saidOfCommunity } from './keep-community-card'
import { groupPictureFacts, saidOfGroup } from './keep-group-card'
import { saidOfSale, saleFacts } from './keep-sale-card'
import { pictureKey } from './picture-key'
import { readSalePosterFacts } from './sale-facts.sql'

/** What is drawn around the code, and everything that it depends on. */
type Poster = {
  readonly about: SharedThing
  readonly said: readonly unknown[]
  readonly draw: (code: Buffer) => Promise<Buffer>
}

const CODE_WIDTH = 430

export const makePoster: UseCase<typeof card.poster> = async (deps, { memberId }, { code }) => {
  const poster =
    (await posterOfGroup(deps, code, memberId)) ??
    (await posterOfProduct(deps, code, memberId)) ??
    (await posterOfSale(deps, code, memberId)) ??
    (await posterOfCommunity(deps, code, memberId)) ??
    (await posterOfAssist(deps, code, memberId))
  if (!poster) return refuse({ code: 'share.unknown' })
  const key = pictureKey('posters', [code, ...poster.said])
  return ok({ url: await remembered(deps, `poster:${key}`, HOUR, () => keepPoster(deps, key, code, poster)) })
}

type FindPoster = (deps: Deps, code: string, memberId: Parameters<typeof readPosterFacts>[2]) => Promise<Poster | null>

const posterOfProduct: FindPoster = async (deps, code, memberId) => {
  const row = await readPosterFacts(deps, code, memberId)
  return (
    row && {
      about: 'product',
      said: [row.recommendedBy, row.subtitle, ...saidOnCard(row)],
      draw: async (image) => {
        const { subtitle, recommendedBy } = row
        return drawPoster({ ...(await drawingFacts(deps, row)), subtitle, recommendedBy, code: image })
      },
    }
  )
}

const posterOfGroup: FindPoster = async (deps, code, memberId) => {
  const row = await readGroupPosterFacts(deps, code, memberId)
  const now = deps.now()
  return (
    row && {
      about: 'group',
      said: [row.recommendedBy, ...saidOfGroup(row, now)],
      draw: async (image) =>
        drawGroupPoster(
          { ...(await groupPictureFacts(deps, row)), recommendedBy: row.recommendedBy, code: image },
          now,
        ),
    }
  )
}

const posterOfAssist: FindPoster = async (deps, code, memberId) => {
  const row = await readCard(deps, { code }, memberId)
  if (row?.ownerId !== memberId) return null
  const facts = assistCardFacts(row, deps.now())
  const recommendedBy = row.owner?.name ?? ''
  return {
    about: 'assist',
    said: [recommendedBy, facts],
    draw: (image) => drawAssistPoster({ ...facts, recommendedBy, code: image }),
  }
}

const posterOfSale: FindPoster = async (deps, code, memberId) => {
  const row = await readSalePosterFacts(deps, code, memberId)
  return (
    row && {
      about: 'sale',
      said: [row.recommendedBy, ...saidOfSale(row)],
      draw: async (image) =>
        drawSalePoster({ ...(await saleFacts(deps, row)), recommendedBy: row.recommendedBy, code: image }),
    }
  )
}

const posterOfCommunity: FindPoster = async (deps, code, memberId) => {
  const row = await readCommunityPosterFacts(deps, code, memberId)
  return (
    row && {
      about: 'community',
      said: [row.recommendedBy, ...saidOfCommunity(row)],
      draw: async (image) =>
        drawCommunityPoster({ ...(await communityFacts(deps, row)), recommendedBy: row.recommendedBy, code: image }),
    }
  )
}

/** Storing again what is there costs less than WeChat's code and a drawing, and is how a store tells its address. */
const keepPoster = async (deps: Deps, key: string, code: string, poster: Poster): Promise<string> => {
  const bytes = (await deps.files.read(key)) ?? (await poster.draw(await codeOf(deps, code, poster.about)))
  return deps.files.put(key, bytes, 'image/jpeg')
}

const codeOf = (deps: Deps, code: string, about: SharedThing): Promise<Buffer> =>
  deps.wechat.miniProgramCode({ scene: shareScene(code), page: PAGE_OF[about], width: CODE_WIDTH })
