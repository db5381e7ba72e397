/** `npm run doctor`: what this machine has of what the shop and its tests want, and how to get the rest. */
import { runChecks } from './doctor/checks'

const SIGN = { ok: '✓', want: '○', bad: '✗' } as const

const main = async (): Promise<void> => {
  const findings = await runChecks(process.env)
  for (const { what, state, told, cure } of findings) {
    process.stdout.write(`${SIGN[state]} ${what.padEnd(24)} ${told}\n`)
    if (cure && state !== 'ok') process.stdout.write(`  ${' '.repeat(24)} → ${cure}\n`)
  }
  const isFit = findings.every(({ state }) => state !== 'bad')
  process.stdout.write(isFit ? '\n可以开店 · ready: npm start\n' : '\n先把 ✗ 的补上 · mend what is marked ✗ first\n')
  if (!isFit) process.exitCode = 1
}

void main()
