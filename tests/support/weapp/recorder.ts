/** What the screen did, in numbers: bytes handed to the view layer, calls to the cloud, API calls, complaints. */

export type SetDataRecord = { route: string; bytes: number; keys: string[]; data: Record<string, unknown> }
export type CloudCall = { name: string; action: string; sentBytes: number; receivedBytes: number }
export type ApiCall = { name: string; argument: unknown }

export type Recorder = {
  setData: SetDataRecord[]
  cloudCalls: CloudCall[]
  calls: ApiCall[]
  /** Complaints of WeChat's template runtime: a missing template draws a hole. Has to stay empty. */
  warnings: string[]
  errors: string[]
}

export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')

/** Starts recording and listens to the console for the template runtime's complaints. */
export const createRecorder = (): Recorder => {
  const recorder: Recorder = { setData: [], cloudCalls: [], calls: [], warnings: [], errors: [] }
  const { warn, error } = console
  console.warn = (...parts: unknown[]) => {
    if (String(parts[0]).includes('WXMLRT')) recorder.warnings.push(String(parts[0]))
    else warn(...parts)
  }
  console.error = (...parts: unknown[]) => {
    recorder.errors.push(parts.map(String).join(' '))
    error(...parts)
  }
  return recorder
}
