/** Tells `tests/support/postgres.ts` to hand out embedded databases: the same suite, the other engine. */
process.env['TEST_ENGINE'] = 'embedded'
