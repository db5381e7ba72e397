/** A member's address book: at most twenty, at most one of them the default. */

export const ADDRESS_LIMIT = 20

/** The first address is the default without being asked; later ones only where the member says so. */
export const isDefaultAddress = (asked: boolean, others: number): boolean => asked || others === 0
