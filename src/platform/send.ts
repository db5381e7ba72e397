/** How a call travels on the web: POST to the gateway beside the page, the session in a header. */
import { recall } from './storage'

/** `group`: a CloudID that WeChat puts the decrypted group in place of on the way. */
export type Parcel = { readonly action: string; readonly input: unknown; readonly group?: unknown }

/** Answers whatever came back; throws where nothing did. */
export const send = async (functionName: string, parcel: Parcel): Promise<unknown> => {
  const session = recall('session')
  const response = await fetch(`/cloud/${functionName}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(session ? { authorization: `Bearer ${session}` } : {}),
    },
    body: JSON.stringify(parcel),
  })
  return response.json()
}
