/** Structured logs to standard output: request id, action, outcome, milliseconds. Never a name, phone, address, openid or token. */
import pino, { type Logger } from 'pino'

export const makeLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: {
      paths: ['openid', 'phone', 'address', 'authorization', 'cookie', '*.openid', '*.phone', '*.address'],
      censor: '[gone]',
    },
    serializers: { err: errorFacts },
  })

/** A database error's `detail` quotes the row, so only its kind, code, constraint and stack are kept. */
const errorFacts = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { message: String(error).slice(0, 200) }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    type: error.name,
    message: error.message.slice(0, 300),
    code,
    constraint,
    stack: error.stack?.split('\n').slice(0, 8).join('\n'),
  }
}
