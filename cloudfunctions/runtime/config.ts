/** Settings from the environment, parsed once. A missing secret in production stops the start, not the first customer. */
import * as z from 'zod'

const text = z.string().min(1)

const schema = z
  .object({
    NODE_ENV: z.string().default('production'),
    QUANJI_MODE: z.enum(['demo', 'production']).default('production'),
    STORE_ID: z
      .string()
      .regex(/^sto_[0-9a-hjkmnp-tv-z]{10,26}$/)
      .default('sto_0000000001'),
    DATABASE_URL: text.optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(50).default(2),
    DATABASE_PREPARED: z.enum(['on', 'off']).default('on'),
    SESSION_SECRET: z.string().min(32).optional(),
    PUBLIC_URL: z.url().default('http://localhost:8080'),
    WECHAT_APP_ID: text.default('wx0000000000000000'),
    WECHAT_APP_SECRET: text.optional(),
    /** `gh_…`, in the console under 设置; pushes without appid are taken only where it is known. */
    WECHAT_ORIGINAL_ID: z
      .string()
      .regex(/^gh_[0-9a-z]{6,40}$/)
      .optional(),
    WECHAT_API_URL: z.url().optional(),
    WECHAT_TRIAL: z.enum(['release', 'trial', 'develop']).default('release'),
    PAY_MERCHANT_ID: text.optional(),
    PAY_MERCHANT_SERIAL: text.optional(),
    PAY_MERCHANT_KEY: text.optional(),
    PAY_API_V3_KEY: z.string().length(32).optional(),
    PAY_PUBLIC_KEY_ID: text.optional(),
    PAY_PUBLIC_KEY: text.optional(),
    PAY_API_URL: z.url().optional(),
    PAY_NOTICE_URL: z.url().optional(),
    /** WeChat Pay's number of what leaders are paid for; 1005 is 佣金报酬. */
    PAY_TRANSFER_SCENE: z
      .string()
      .regex(/^\d{4}$/)
      .default('1005'),
    /** The shop's own COS bucket, and what shoppers open if a CDN stands before it. */
    FILES_BUCKET_URL: z.url().optional(),
    FILES_PUBLIC_URL: z.url().optional(),
    /** WeChat's ids of the shop's templates, keywords as in `domain/message/wording.ts`. Without one, its messages stay in the inbox. */
    MESSAGE_TEMPLATE_SHIPPED: text.optional(),
    MESSAGE_TEMPLATE_READY: text.optional(),
    MESSAGE_TEMPLATE_GROUP: text.optional(),
    MESSAGE_TEMPLATE_REFUND: text.optional(),
    MESSAGE_TEMPLATE_COUPON: text.optional(),
    MESSAGE_TEMPLATE_SALE: text.optional(),
    MESSAGE_TEMPLATE_OPENING: text.optional(),
    MESSAGE_TEMPLATE_LEADER: text.optional(),
    /** `on` once the template 购物（实体物流）服务动态 has been added in the console. */
    WECHAT_SERVICE_CARDS: z.enum(['on', 'off']).default('off'),
  })
  .transform((env) => ({ ...env, isDemo: env.QUANJI_MODE === 'demo' && env.NODE_ENV !== 'production' }))

export type Config = z.output<typeof schema>

/** Throws a ZodError that names what is missing; values are never in its message. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => schema.parse(env)
