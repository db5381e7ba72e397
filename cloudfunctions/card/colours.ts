/** The design's colours, as far as pictures on paper need them: they are the light theme's, whatever the phone shows. */
export const colours = {
  accent: '#E8502A',
  accentFill: '#D4401A',
  accentInk: '#B8330F',
  accentSoft: '#FFF1EA',
  accentLine: '#FBD9CA',
  leaf: '#2F9E5B',
  leafInk: '#1B7440',
  ink: '#221F1C',
  ink2: '#56524D',
  ink3: '#716C66',
  line: '#EFECE7',
  card: '#FFFFFF',
} as const
