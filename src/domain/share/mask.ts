/** Other people are shown by the first character of their name: enough for a friend, nothing for a stranger. */

/** `小美` → `小*`, `Anna` → `A*`. An emoji counts as one character; a name of blanks becomes `*`. */
export const maskName = (name: string): string => `${Array.from(name.trim())[0] ?? ''}*`
