/** Exchange codes: printed with spaces and dashes, typed in any case and width, read aloud with O for zero. Stored and asked for in this one form. */
export const plainCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
