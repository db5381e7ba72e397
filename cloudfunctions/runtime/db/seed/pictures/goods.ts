/** Goods shown by a Fluent emoji, some in another colour than the emoji has. Names are what the thing is here, not the emoji's. */

import type { Recolour } from './recolour'
import type { EmojiThing } from './things'

const good = (emoji: string, scale = 1, ...recolour: Recolour[]): EmojiThing => ({ emoji, scale, recolour })

const ramp = (from: number, to: number, dark: string, middle: string, light: string): Recolour => ({
  from,
  to,
  ramp: [dark, middle, light],
})

const fruit = {
  strawberry: good('1f353'),
  blueberry: good('1fad0', 0.98),
  grape: good('1f347', 1.06),
  greenGrape: good('1f347', 1.06, ramp(225, 330, '#6E9A33', '#A9CF5B', '#E6F5A8')),
  cherry: good('1f352', 0.98),
  orange: good('1f34a', 1.02),
  grapefruit: good('1f34a', 1.04, ramp(330, 52, '#E0453F', '#FA8560', '#FFC79B')),
  lemon: good('1f34b', 0.98),
  lime: good('1f34b', 0.88, ramp(350, 58, '#3E8F2C', '#7CC243', '#C8EC7E')),
  watermelon: good('1f349', 1.12),
  melon: good('1f348', 1.14),
  banana: good('1f34c', 1.08),
  pineapple: good('1f34d', 1.16),
  apple: good('1f34e', 1.02),
  greenApple: good('1f34f', 1.02),
  pear: good('1f350', 1.06),
  peach: good('1f351', 1.04),
  mango: good('1f96d', 1.04),
  kiwi: good('1f95d', 0.98),
  goldKiwi: good('1f95d', 0.98, ramp(50, 110, '#D99A1E', '#F6C63C', '#FFF0A6')),
  coconut: good('1f965', 1.04),
  avocado: good('1f951', 1.04),
} satisfies Record<string, EmojiThing>

const vegetables = {
  tomato: good('1f345'),
  cherryTomato: good('1f345', 0.66),
  eggplant: good('1f346', 1.1),
  corn: good('1f33d', 1.12),
  cucumber: good('1f952', 1.08),
  lettuce: good('1f96c', 1.06, ramp(60, 120, '#5E9E2E', '#A4D65E', '#E2F7AE')),
  spinach: good('1f96c', 1.06),
  broccoli: good('1f966', 1.06),
  mushroom: good(
    '1f344',
    1,
    ramp(296, 360, '#5A3A26', '#A0714A', '#D6AC7E'),
    ramp(0, 30, '#8E6547', '#E3C9A6', '#FFF6E6'),
  ),
  pepper: good('1fad1', 0.98),
  redPepper: good('1fad1', 0.98, ramp(92, 225, '#A8131F', '#E33430', '#FF8A70')),
  yellowPepper: good('1fad1', 0.98, ramp(92, 225, '#D98A0B', '#FBC02D', '#FFF09A')),
  chilli: good('1f336-fe0f', 1),
  greenChilli: good('1f336-fe0f', 1.05, ramp(300, 20, '#2C6B2A', '#5DA63C', '#B7E07A')),
  pea: good('1fadb', 1.04),
  potato: good('1f954', 1),
  carrot: good('1f955', 1.06),
  sweetPotato: good('1f360', 1.06),
  purplePotato: good(
    '1f360',
    1.06,
    ramp(8, 46, '#7C4BA3', '#A973D0', '#D9B8F0'),
    ramp(310, 358, '#4C2558', '#6E3A7C', '#9A66A8'),
  ),
  onion: good('1f9c5', 0.98),
  garlic: good('1f9c4', 0.92),
  ginger: good('1fada', 1.04),
  herb: good('1f33f', 0.96),
} satisfies Record<string, EmojiThing>

const meatFish = {
  steak: good('1f969', 1.08),
  bacon: good('1f953', 1.06),
  ham: good('1f356', 1.06),
  drumstick: good('1f357', 1),
  shrimp: good('1f990', 1.04),
  crab: good('1f980', 1.08, ramp(300, 30, '#C2331F', '#EE6238', '#FFB48C')),
  lobster: good('1f99e', 1.14),
  squid: good('1f991', 1.08, ramp(270, 360, '#C97F92', '#F2BFC7', '#FFF3F1')),
  oyster: good('1f9aa', 1.02),
  goldFish: good('1f41f', 1.1, ramp(170, 250, '#C98A12', '#F3BE3B', '#FFE99C')),
  seaBass: good('1f41f', 1.14, ramp(170, 250, '#5F7183', '#A7B6C4', '#EEF4F8')),
} satisfies Record<string, EmojiThing>

const dairyEggs = {
  milkGlass: good('1f95b', 1),
  egg: good('1f95a', 0.9),
  whiteEgg: good('1f95a', 0.88, ramp(320, 60, '#C9AFA0', '#F6E8DC', '#FFFFFF')),
  duckEgg: good('1f95a', 0.94, ramp(320, 60, '#8FB0B2', '#CFE4E0', '#FAFFFC')),
  friedEgg: good('1f373', 1.08),
  cow: good('1f42e', 0.96),
  butter: good('1f9c8', 1.02),
  cheese: good('1f9c0', 1.02),
} satisfies Record<string, EmojiThing>

const bakery = {
  croissant: good('1f950', 1.04),
  toast: good('1f35e', 1.04),
  baguette: good('1f956', 1.1),
  pretzel: good('1f968', 1),
  bagel: good('1f96f', 1.02),
  pancake: good('1f95e', 1.04),
  waffle: good('1f9c7', 1.06),
  doughnut: good('1f369', 0.98),
  cookie: good('1f36a', 0.94),
  cake: good('1f370', 1.06),
  wholeCake: good('1f382', 1.12),
  cupcake: good('1f9c1', 1),
  pie: good('1f967', 1.06),
  mooncake: good('1f96e', 0.94),
  pudding: good('1f36e', 1),
  flatbread: good('1fad3', 1.04),
} satisfies Record<string, EmojiThing>

const readyMeals = {
  salad: good('1f957', 1.1),
  sandwich: good('1f96a', 1.04),
  burrito: good('1f32f', 1.06),
  riceBall: good('1f359', 0.98),
  sushi: good('1f363', 1.06),
  bento: good('1f371', 1.12),
  curry: good('1f35b', 1.12),
  spaghetti: good('1f35d', 1.12),
  noodles: good('1f35c', 1.14),
  stew: good('1f372', 1.12),
  dumpling: good('1f95f', 1),
  friedShrimp: good('1f364', 1),
  oden: good('1f362', 1.06),
  pizza: good('1f355', 1.04),
} satisfies Record<string, EmojiThing>

const pantry = {
  riceBowl: good('1f35a', 1.04),
  riceEar: good('1f33e', 1.1),
  redBean: good('1fad8', 0.98),
  peanut: good('1f95c', 0.98),
  chestnut: good('1f330', 0.92),
  olive: good('1fad2', 0.84),
  honeyPot: good('1f36f', 1.06),
  salt: good('1f9c2', 0.98),
  canned: good('1f96b', 1),
  teacup: good('1f375', 1.02),
  teapot: good('1fad6', 1.06),
  coffee: good('2615', 1),
  chocolate: good('1f36b', 1.02),
  popcorn: good('1f37f', 1.08),
  leaf: good('1f343', 0.9),
  soyBean: good('1fad8', 0.94, ramp(300, 30, '#C8964A', '#EBCB85', '#FFF3CF')),
} satisfies Record<string, EmojiThing>

const flowers = {
  tulip: good('1f337', 1.06),
  whiteTulip: good('1f337', 1.06, ramp(285, 355, '#E3B9A8', '#FFEDE0', '#FFFFFF')),
  rose: good('1f339', 1.06),
  pinkRose: good('1f339', 1.06, ramp(310, 20, '#D8788C', '#F9B4BE', '#FFE6E4')),
  sunflower: good('1f33b', 1.08),
  daisy: good('1f33c', 1.02),
  hyacinth: good('1fabb', 1.1),
  lotus: good('1fab7', 1.1),
  hibiscus: good('1f33a', 1),
  bouquet: good('1f490', 1.16),
  pottedPlant: good('1fab4', 1.14),
  cactus: good('1f335', 1.08),
  seedling: good('1f331', 0.94),
} satisfies Record<string, EmojiThing>

export const goods = {
  ...fruit,
  ...vegetables,
  ...meatFish,
  ...dairyEggs,
  ...bakery,
  ...readyMeals,
  ...pantry,
  ...flowers,
}
