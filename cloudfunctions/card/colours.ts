/** The design's colours, as far as pictures on paper need them: they are the light theme's, whatever the phone shows. */
export const colours = {
  accentFill: '#D4401A',
  accentInk: '#B8330F',
  accentSoft: '#FFF1EA',
  leafInk: '#1B7440',
  ink: '#221F1C',
  ink2: '#56524D',
  ink3: '#716C66',
  line: '#EFECE7',
  card: '#FFFFFF',
} as const
