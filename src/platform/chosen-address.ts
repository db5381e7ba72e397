/** A page that was asked to choose an address leaves it here for the page that asked; WeChat gives pages no return value. */
let chosen: string | null = null

export const leaveChosenAddress = (addressId: string): void => {
  chosen = addressId
}

export const takeChosenAddress = (): string | null => {
  const taken = chosen
  chosen = null
  return taken
}
