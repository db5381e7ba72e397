/** Packed goods: what stands on the shelf in its own bottle, pot, jar, carton or bag, with a picture for a label. */

import { blur, gradient, lit, mix, roundBody, shaded, svg } from './shade'
import type { Drawn } from './drawn'

const softSpot = (x: number, y: number, rx: number, ry: number, opacity: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#fff" opacity="${opacity}" filter="url(#soft)"/>`

/** A gable-top carton; `colour` is the band that holds the label. */
export const carton = (colour: string): Drawn => ({
  label: { x: 150, y: 318, width: 118 },
  svg: svg(
    340,
    500,
    gradient('face', 'down', [
      [0, '#FFFFFF'],
      [1, '#EDEBF6'],
    ]) +
      gradient('side', 'across', [
        [0, '#D9D5EA'],
        [1, '#BDB7D6'],
      ]) +
      gradient('band', 'across', [
        [0, lit(colour, 0.3)],
        [1, colour],
      ]) +
      gradient('bandSide', 'across', [
        [0, shaded(colour, 0.16)],
        [1, shaded(colour, 0.34)],
      ]) +
      blur('soft', 10),
    `<path d="M40 150 L64 60 H236 L260 150 Z" fill="url(#face)"/>
     <path d="M260 150 L236 60 L282 78 L312 160 Z" fill="#C9C4DE"/>
     <rect x="58" y="28" width="190" height="42" rx="10" fill="#F7F5FC"/>
     <path d="M248 34 q38 8 42 30 l-6 20 l-40 -16 z" fill="#CFCAE2"/>
     <rect x="58" y="28" width="190" height="13" rx="6.5" fill="#fff"/>
     <path d="M40 150 H260 V462 Q260 480 242 480 H58 Q40 480 40 462 Z" fill="url(#face)"/>
     <path d="M260 150 L312 160 V452 Q312 466 300 468 L250 480 Q260 478 260 462 Z" fill="url(#side)"/>
     <path d="M40 236 H260 V404 H40 Z" fill="url(#band)"/>
     <path d="M260 236 L312 240 V398 L260 404 Z" fill="url(#bandSide)"/>
     <circle cx="150" cy="320" r="70" fill="#fff" opacity=".94"/>
     ${softSpot(86, 130, 26, 40, 0.9)}
     <rect x="46" y="160" width="8" height="300" rx="4" fill="#fff" opacity=".75"/>`,
  ),
})

/** A glass bottle with a cap; `liquid` shows through, the paper label is white. */
export const bottle = (liquid: string, cap: string): Drawn => ({
  label: { x: 140, y: 330, width: 108 },
  svg: svg(
    280,
    520,
    roundBody('liquid', liquid) +
      roundBody('cap', cap) +
      gradient('glass', 'across', [
        [0, '#FFFFFF', 0.75],
        [0.3, '#FFFFFF', 0.2],
        [0.75, '#BFD4EC', 0.3],
        [1, '#FFFFFF', 0.6],
      ]) +
      gradient('paper', 'across', [
        [0, '#FFFFFF'],
        [0.7, '#FBF6F1'],
        [1, '#E2D6DC'],
      ]) +
      blur('soft', 7),
    `<path d="M102 70 H178 V118 Q178 150 206 178 Q236 208 236 250 V456 Q236 500 192 500 H88 Q44 500 44 456 V250 Q44 208 74 178 Q102 150 102 118 Z" fill="#DDE9F6" opacity=".8"/>
     <path d="M110 128 H170 Q172 160 198 186 Q226 214 226 252 V454 Q226 490 190 490 H90 Q54 490 54 454 V252 Q54 214 82 186 Q108 160 110 128 Z" fill="url(#liquid)"/>
     <ellipse cx="140" cy="128" rx="30" ry="7" fill="${lit(liquid, 0.45)}"/>
     <path d="M102 70 H178 V118 Q178 150 206 178 Q236 208 236 250 V456 Q236 500 192 500 H88 Q44 500 44 456 V250 Q44 208 74 178 Q102 150 102 118 Z" fill="url(#glass)"/>
     <path d="M44 268 Q140 284 236 268 V404 Q140 420 44 404 Z" fill="url(#paper)"/>
     <rect x="92" y="22" width="96" height="58" rx="16" fill="url(#cap)"/>
     <rect x="92" y="62" width="96" height="18" rx="9" fill="${shaded(cap, 0.22)}" opacity=".55"/>
     <rect x="64" y="196" width="16" height="66" rx="8" fill="#fff" opacity=".85" transform="rotate(14 72 228)" filter="url(#soft)"/>
     <rect x="58" y="424" width="12" height="46" rx="6" fill="#fff" opacity=".7"/>`,
  ),
})

/** A slim bottle for oil, vinegar and wine-like things: the neck is long and the liquid dark. */
export const flask = (liquid: string, cap: string): Drawn => ({
  label: { x: 120, y: 384, width: 92 },
  svg: svg(
    240,
    600,
    gradient('liquid', 'across', [
      [0, lit(liquid, 0.35)],
      [0.25, lit(liquid, 0.5)],
      [0.6, liquid],
      [1, shaded(liquid, 0.35)],
    ]) +
      roundBody('cap', cap) +
      gradient('paper', 'across', [
        [0, '#FFFDF8'],
        [0.7, '#FBF3E4'],
        [1, '#DDCFC4'],
      ]) +
      blur('soft', 6),
    `<path d="M92 90 H148 V178 Q148 216 176 240 Q206 266 206 306 V544 Q206 582 168 582 H72 Q34 582 34 544 V306 Q34 266 64 240 Q92 216 92 178 Z" fill="url(#liquid)"/>
     <rect x="34" y="300" width="172" height="170" rx="4" fill="url(#paper)"/>
     <rect x="34" y="300" width="172" height="12" fill="${mix(liquid, '#7A4A1E', 0.3)}" opacity=".75"/>
     <rect x="84" y="20" width="72" height="82" rx="14" fill="url(#cap)"/>
     <rect x="84" y="84" width="72" height="18" rx="9" fill="${shaded(cap, 0.3)}" opacity=".5"/>
     <rect x="56" y="246" width="13" height="44" rx="6.5" fill="#fff" opacity=".7" filter="url(#soft)"/>
     <rect x="100" y="112" width="9" height="70" rx="4.5" fill="#fff" opacity=".55"/>
     <rect x="48" y="486" width="10" height="66" rx="5" fill="#fff" opacity=".5"/>`,
  ),
})

/** A small pot with a foil lid: yoghurt, pudding, dips. */
export const pot = (colour: string, lid: string): Drawn => ({
  label: { x: 200, y: 232, width: 150 },
  svg: svg(
    400,
    400,
    gradient('cup', 'across', [
      [0, '#FFFFFF'],
      [0.5, '#FBFAFF'],
      [1, '#CFC9E4'],
    ]) +
      roundBody('band', colour) +
      gradient('lid', 'across', [
        [0, lit(lid, 0.65)],
        [0.45, lit(lid, 0.2)],
        [1, shaded(lid, 0.2)],
      ]) +
      blur('soft', 9),
    `<path d="M54 90 H346 L318 344 Q314 376 282 376 H118 Q86 376 82 344 Z" fill="url(#cup)"/>
     <path d="M64 150 Q200 172 336 150 L322 306 Q200 328 78 306 Z" fill="url(#band)"/>
     <ellipse cx="200" cy="234" rx="84" ry="78" fill="#fff" opacity=".92"/>
     <ellipse cx="200" cy="92" rx="166" ry="34" fill="${shaded(lid, 0.3)}"/>
     <ellipse cx="200" cy="80" rx="166" ry="34" fill="url(#lid)"/>
     <path d="M330 92 q44 14 34 40 q-26 -2 -50 -24 z" fill="${lit(lid, 0.2)}"/>
     <ellipse cx="140" cy="72" rx="70" ry="9" fill="#fff" opacity=".75" filter="url(#soft)"/>
     <rect x="92" y="330" width="60" height="12" rx="6" fill="#fff" opacity=".9"/>
     ${softSpot(98, 190, 12, 44, 0.65)}`,
  ),
})

/** A glass jar with a lid; `content` fills it, the label is a kraft tag. */
export const jar = (content: string, lid: string): Drawn => ({
  label: { x: 190, y: 292, width: 130 },
  svg: svg(
    380,
    460,
    gradient('content', 'across', [
      [0, lit(content, 0.2)],
      [0.25, lit(content, 0.4)],
      [0.6, content],
      [1, shaded(content, 0.32)],
    ]) +
      roundBody('lid', lid) +
      gradient('paper', 'across', [
        [0, '#FFFDF8'],
        [0.65, '#FBF3E4'],
        [1, '#E2D2C2'],
      ]) +
      blur('soft', 8),
    `<path d="M76 104 H304 Q346 116 346 170 V376 Q346 438 284 438 H96 Q34 438 34 376 V170 Q34 116 76 104 Z" fill="#DCE9F4" opacity=".9"/>
     <path d="M70 136 H310 Q334 146 334 180 V374 Q334 426 284 426 H96 Q46 426 46 374 V180 Q46 146 70 136 Z" fill="url(#content)"/>
     <ellipse cx="190" cy="138" rx="122" ry="16" fill="${lit(content, 0.35)}"/>
     <path d="M34 214 Q190 236 346 214 V362 Q190 384 34 362 Z" fill="url(#paper)"/>
     <rect x="64" y="26" width="252" height="86" rx="24" fill="url(#lid)"/>
     <path d="M64 84 Q190 104 316 84 V92 Q312 112 292 112 H88 Q68 112 64 92 Z" fill="${shaded(lid, 0.3)}" opacity=".55"/>
     <ellipse cx="132" cy="42" rx="54" ry="7" fill="#fff" opacity=".75" filter="url(#soft)"/>
     <rect x="52" y="150" width="16" height="56" rx="8" fill="#fff" opacity=".8" filter="url(#soft)"/>
     <rect x="56" y="378" width="14" height="32" rx="7" fill="#fff" opacity=".6"/>`,
  ),
})

/** A stand-up bag with a folded top: nuts, rice, dried goods, coffee. */
export const pouch = (colour: string): Drawn => ({
  label: { x: 190, y: 300, width: 168 },
  svg: svg(
    380,
    500,
    gradient('bag', 'across', [
      [0, lit(colour, 0.12)],
      [0.2, lit(colour, 0.4)],
      [0.55, colour],
      [1, shaded(colour, 0.26)],
    ]) +
      gradient('fold', 'down', [
        [0, lit(colour, 0.5)],
        [1, shaded(colour, 0.1)],
      ]) +
      blur('soft', 12),
    `<path d="M62 70 H318 Q334 190 350 300 Q362 400 352 446 Q346 480 312 480 H68 Q34 480 28 446 Q18 400 30 300 Q46 190 62 70 Z" fill="url(#bag)"/>
     <path d="M54 446 Q190 420 326 446 Q330 480 300 480 H80 Q50 480 54 446 Z" fill="${shaded(colour, 0.32)}" opacity=".4"/>
     <circle cx="190" cy="298" r="102" fill="#fff" opacity=".95"/>
     <rect x="52" y="24" width="276" height="72" rx="14" fill="url(#fold)"/>
     <rect x="52" y="78" width="276" height="18" rx="9" fill="${shaded(colour, 0.3)}" opacity=".4"/>
     <rect x="66" y="34" width="180" height="9" rx="4.5" fill="#fff" opacity=".6"/>
     ${softSpot(70, 220, 14, 80, 0.55)}`,
  ),
})

/** A round tin with a lid: tea, biscuits. */
export const tin = (colour: string, lid: string): Drawn => ({
  label: { x: 180, y: 292, width: 140 },
  svg: svg(
    360,
    480,
    roundBody('tin', colour) + roundBody('lid', lid) + blur('soft', 9),
    `<path d="M40 120 V420 Q40 458 180 458 Q320 458 320 420 V120 Z" fill="url(#tin)"/>
     <path d="M40 400 V420 Q40 458 180 458 Q320 458 320 420 V400 Q320 438 180 438 Q40 438 40 400 Z" fill="${lit(lid, 0.1)}" opacity=".9"/>
     <ellipse cx="180" cy="292" rx="88" ry="88" fill="#fff" opacity=".94"/>
     <path d="M32 64 V128 Q32 166 180 166 Q328 166 328 128 V64 Z" fill="url(#lid)"/>
     <ellipse cx="180" cy="64" rx="148" ry="38" fill="${lit(lid, 0.42)}"/>
     <ellipse cx="180" cy="60" rx="132" ry="31" fill="${lit(lid, 0.26)}"/>
     ${softSpot(74, 270, 12, 90, 0.6)}`,
  ),
})
