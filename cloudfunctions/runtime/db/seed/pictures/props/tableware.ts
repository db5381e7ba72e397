/** What carries the goods: bowl, plate, board, punnet, crate, vase. Those with an inside come as a back and a front. */

import { blur, gradient, lit, roundBody, shaded, svg } from './shade'
import type { Drawn } from './drawn'

/** Back rim of a bowl; the goods stand between it and `bowlFront`. Both share one frame of 520 × 330. */
export const bowlBack = (colour: string): Drawn => ({
  svg: svg(
    520,
    330,
    gradient('in', 'down', [
      [0, shaded(colour, 0.3)],
      [1, lit(colour, 0.1)],
    ]),
    `<ellipse cx="260" cy="110" rx="244" ry="84" fill="${lit(colour, 0.35)}"/>
     <ellipse cx="260" cy="114" rx="228" ry="72" fill="url(#in)"/>`,
  ),
})

export const bowlFront = (colour: string): Drawn => ({
  svg: svg(
    520,
    330,
    roundBody('bowl', colour) + blur('soft', 12),
    `<path d="M16 110 Q20 194 260 194 Q500 194 504 110 Q500 250 398 296 Q390 316 350 316 H170 Q130 316 122 296 Q20 250 16 110 Z" fill="url(#bowl)"/>
     <path d="M16 110 Q20 194 260 194 Q500 194 504 110 L503 122 Q494 208 260 208 Q26 208 17 122 Z" fill="#fff" opacity=".65"/>
     <path d="M122 296 Q130 316 170 316 H350 Q390 316 398 296 Q330 312 260 312 Q190 312 122 296 Z" fill="${shaded(colour, 0.4)}" opacity=".35"/>
     <ellipse cx="106" cy="226" rx="26" ry="38" fill="#fff" opacity=".7" filter="url(#soft)" transform="rotate(-28 106 226)"/>`,
  ),
})

export const plate = (colour: string): Drawn => ({
  svg: svg(
    560,
    200,
    gradient('rim', 'across', [
      [0, lit(colour, 0.5)],
      [0.5, lit(colour, 0.2)],
      [1, shaded(colour, 0.14)],
    ]) +
      gradient('well', 'down', [
        [0, shaded(colour, 0.1)],
        [1, lit(colour, 0.45)],
      ]),
    `<ellipse cx="280" cy="108" rx="268" ry="84" fill="${shaded(colour, 0.3)}" opacity=".55"/>
     <ellipse cx="280" cy="96" rx="268" ry="84" fill="url(#rim)"/>
     <ellipse cx="280" cy="94" rx="198" ry="57" fill="url(#well)"/>
     <path d="M40 72 Q110 22 250 15" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".8"/>`,
  ),
})

export const board = (): Drawn => ({
  svg: svg(
    560,
    210,
    gradient('top', 'across', [
      [0, '#F6D3A0'],
      [0.5, '#E9B978'],
      [1, '#D69C5A'],
    ]) +
      gradient('edge', 'across', [
        [0, '#D9A262'],
        [1, '#A96E3A'],
      ]),
    `<path d="M12 92 V118 Q12 202 280 202 Q548 202 548 118 V92 Z" fill="url(#edge)"/>
     <ellipse cx="280" cy="92" rx="268" ry="84" fill="url(#top)"/>
     <g fill="none" stroke="#C98B4C" stroke-width="5" opacity=".35" stroke-linecap="round">
       <path d="M60 90 Q240 62 500 84"/><path d="M96 126 Q290 104 470 124"/><path d="M140 52 Q290 36 420 50"/>
     </g>
     <path d="M36 74 Q96 26 236 14" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".55"/>`,
  ),
})

/** A clear box for berries: the back wall behind the goods, the front wall and its light over them. */
export const punnetBack = (): Drawn => ({
  svg: svg(
    520,
    320,
    gradient('wall', 'down', [
      [0, '#FFFFFF', 0.75],
      [1, '#DCE8F4', 0.8],
    ]),
    `<path d="M70 30 H450 L470 120 H50 Z" fill="url(#wall)"/>
     <path d="M70 30 H450" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".9"/>`,
  ),
})

export const punnetFront = (): Drawn => ({
  svg: svg(
    520,
    320,
    gradient('wall', 'across', [
      [0, '#FFFFFF', 0.62],
      [0.35, '#F2F8FF', 0.3],
      [0.8, '#C8DAEE', 0.42],
      [1, '#FFFFFF', 0.55],
    ]) + blur('soft', 5),
    `<path d="M22 120 H498 L466 278 Q462 302 438 302 H82 Q58 302 54 278 Z" fill="url(#wall)"/>
     <rect x="10" y="104" width="500" height="30" rx="15" fill="#fff" opacity=".86"/>
     <rect x="10" y="122" width="500" height="12" rx="6" fill="#B9CBE0" opacity=".4"/>
     <path d="M62 292 Q260 308 458 292" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".8"/>
     <path d="M78 154 L104 262" stroke="#fff" stroke-width="16" stroke-linecap="round" opacity=".8" filter="url(#soft)"/>
     <path d="M116 154 L134 228" stroke="#fff" stroke-width="8" stroke-linecap="round" opacity=".65" filter="url(#soft)"/>
     <g stroke="#fff" stroke-width="5" opacity=".4"><path d="M196 140 L204 298"/><path d="M324 140 L316 298"/></g>`,
  ),
})

const slat = (y: number, id: string): string =>
  `<rect x="14" y="${y}" width="532" height="62" rx="12" fill="url(#${id})"/>
   <path d="M40 ${y + 22} H330 M380 ${y + 40} H520" stroke="#B97D45" stroke-width="4" stroke-linecap="round" opacity=".35"/>
   <rect x="24" y="${y + 6}" width="420" height="6" rx="3" fill="#fff" opacity=".5"/>`

export const crateBack = (): Drawn => ({
  svg: svg(
    560,
    330,
    gradient('dark', 'down', [
      [0, '#C68D55'],
      [1, '#8E5A32'],
    ]),
    `<path d="M44 96 H516 L536 170 H24 Z" fill="url(#dark)"/>`,
  ),
})

export const crateFront = (): Drawn => ({
  svg: svg(
    560,
    330,
    gradient('wood', 'across', [
      [0, '#F7D6A6'],
      [0.5, '#E8B677'],
      [1, '#CC9156'],
    ]),
    `<rect x="34" y="150" width="492" height="160" fill="#8E5A32" rx="8"/>
     ${slat(142, 'wood')}${slat(216, 'wood')}
     <rect x="36" y="132" width="40" height="184" rx="10" fill="#D9A465"/><rect x="484" y="132" width="40" height="184" rx="10" fill="#BC824A"/>
     <circle cx="56" cy="172" r="5" fill="#8E5A32"/><circle cx="56" cy="246" r="5" fill="#8E5A32"/>
     <circle cx="504" cy="172" r="5" fill="#7A4A28"/><circle cx="504" cy="246" r="5" fill="#7A4A28"/>`,
  ),
})

/** The pulp tray that eggs travel in: its front lip hides their lower third. */
export const eggTrayFront = (): Drawn => ({
  svg: svg(
    600,
    170,
    gradient('pulp', 'down', [
      [0, '#E9D9C6'],
      [1, '#BFA78E'],
    ]) + blur('soft', 5),
    `<path d="M16 34 Q64 78 112 34 Q160 78 208 34 Q256 78 304 34 Q352 78 400 34 Q448 78 496 34 Q544 78 584 34 L562 136 Q558 156 538 156 H62 Q42 156 38 136 Z" fill="url(#pulp)"/>
     <path d="M16 34 Q64 78 112 34 Q160 78 208 34 Q256 78 304 34 Q352 78 400 34 Q448 78 496 34 Q544 78 584 34" fill="none" stroke="#F8EDE0" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>
     <g fill="#A98F75" opacity=".35"><ellipse cx="112" cy="100" rx="26" ry="30"/><ellipse cx="208" cy="100" rx="26" ry="30"/><ellipse cx="304" cy="100" rx="26" ry="30"/><ellipse cx="400" cy="100" rx="26" ry="30"/><ellipse cx="496" cy="100" rx="26" ry="30"/></g>`,
  ),
})

/** A vase for flowers: the stems go in behind its front. */
export const vase = (colour: string): Drawn => ({
  svg: svg(
    300,
    320,
    roundBody('vase', colour) + blur('soft', 10),
    `<ellipse cx="150" cy="36" rx="72" ry="20" fill="${shaded(colour, 0.4)}"/>
     <path d="M78 36 Q78 56 150 56 Q222 56 222 36 L226 60 Q230 96 256 140 Q290 206 244 272 Q230 302 196 302 H104 Q70 302 56 272 Q10 206 44 140 Q70 96 74 60 Z" fill="url(#vase)"/>
     <path d="M78 36 Q78 56 150 56 Q222 56 222 36" fill="none" stroke="#fff" stroke-width="7" opacity=".75" stroke-linecap="round"/>
     <ellipse cx="84" cy="180" rx="17" ry="48" fill="#fff" opacity=".65" filter="url(#soft)"/>`,
  ),
})

/** A clay pot: the plant grows from behind its rim. */
export const flowerPot = (colour: string): Drawn => ({
  svg: svg(
    320,
    300,
    roundBody('clay', colour) + roundBody('rim', lit(colour, 0.12)) + blur('soft', 9),
    `<ellipse cx="160" cy="40" rx="126" ry="26" fill="#5B3A2C"/>
     <path d="M54 78 H266 L240 256 Q236 284 208 284 H112 Q84 284 80 256 Z" fill="url(#clay)"/>
     <path d="M26 40 Q26 66 160 66 Q294 66 294 40 V84 Q294 112 160 112 Q26 112 26 84 Z" fill="url(#rim)"/>
     <path d="M26 42 Q26 68 160 68 Q294 68 294 42" fill="none" stroke="#fff" stroke-width="6" opacity=".55" stroke-linecap="round"/>
     <path d="M62 124 Q160 140 258 124 L257 134 Q160 150 64 134 Z" fill="${shaded(colour, 0.4)}" opacity=".35"/>
     <ellipse cx="104" cy="186" rx="12" ry="46" fill="#fff" opacity=".5" filter="url(#soft)"/>`,
  ),
})

/** Kraft paper round a bunch of flowers: the cone's front with its folded collar and a ribbon. */
export const wrap = (colour: string, ribbon: string): Drawn => ({
  svg: svg(
    400,
    420,
    gradient('paper', 'across', [
      [0, lit(colour, 0.35)],
      [0.45, colour],
      [1, shaded(colour, 0.24)],
    ]) + roundBody('ribbon', ribbon),
    `<path d="M20 40 Q110 96 200 64 Q290 96 380 40 L250 300 L270 400 Q200 414 130 400 L150 300 Z" fill="url(#paper)"/>
     <path d="M20 40 Q110 96 200 64 L176 300 L150 300 Z" fill="${lit(colour, 0.4)}" opacity=".6"/>
     <path d="M380 40 Q290 96 200 64 L236 180 Z" fill="${shaded(colour, 0.2)}" opacity=".35"/>
     <path d="M20 40 Q110 96 200 64 Q290 96 380 40" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round" opacity=".7"/>
     <rect x="138" y="276" width="124" height="36" rx="14" fill="url(#ribbon)"/>
     <path d="M200 294 q-66 -44 -74 -4 q4 34 74 4 q66 -44 74 -4 q-4 34 -74 4 z" fill="${lit(ribbon, 0.15)}"/>
     <circle cx="200" cy="294" r="17" fill="${shaded(ribbon, 0.15)}"/>`,
  ),
})
