/** Takes a picture in the two sizes that the browser made; what is stored is looked at first, by its bytes. */
import type { staffCatalog } from '@/contract/staff-catalog'
import { readPictureHead, type PictureHead } from '@/domain/picture/head'
import { ok, refuse } from '@/domain/result'
import { audit } from '../runtime/audit'
import type { UseCase } from '../runtime/serve'

const WIDE = { large: 750, small: 360 }
/** Shorter side in px. The small one of a flat banner is as flat. */
const LEAST = { large: 100, small: 60 }
/** A detail picture may be long, a banner flat; a ribbon is a mistake. */
const MOST = { flat: 4, long: 3 }

const endings = { webp: 'webp', jpeg: 'jpg' } as const

const isShapely = ({ width, height }: PictureHead, least: number): boolean =>
  Math.min(width, height) >= least && width / height <= MOST.flat && height / width <= MOST.long

/** Rounding to whole pixels shifts a side by one at most. */
const isSamePicture = (large: PictureHead, small: PictureHead): boolean =>
  large.kind === small.kind && Math.abs(small.height - (large.height * small.width) / large.width) <= 2

export const uploadPicture: UseCase<typeof staffCatalog.uploadPicture> = async (deps, caller, input) => {
  const bytes = { large: Buffer.from(input.large, 'base64'), small: Buffer.from(input.small, 'base64') }
  const [large, small] = [readPictureHead(bytes.large), readPictureHead(bytes.small)]
  if (!large || !small || large.kind === 'png') return refuse({ code: 'picture.invalid' })
  if (large.width > WIDE.large || small.width > WIDE.small || small.width > large.width)
    return refuse({ code: 'picture.invalid' })
  const isFit = isShapely(large, LEAST.large) && isShapely(small, LEAST.small) && isSamePicture(large, small)
  if (!isFit) return refuse({ code: 'picture.invalid' })

  const id = deps.newId('img')
  const ending = endings[large.kind]
  await deps.files.put(`pictures/${id}.360.${ending}`, bytes.small, `image/${large.kind}`)
  const url = await deps.files.put(`pictures/${id}.750.${ending}`, bytes.large, `image/${large.kind}`)
  await audit(deps.db, deps, caller, { action: 'product.uploadPicture', subject: id, after: { url } })
  return ok({ picture: { url, tone: input.tone } })
}
