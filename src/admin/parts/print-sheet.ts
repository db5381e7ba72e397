/** Black on white: a shop's printer has nothing else. */
export const sheet = `
  @page { margin: 10mm }
  body { margin: 0; font: 12px/1.6 sans-serif; color: black }
  h1 { margin: 0; font-size: 16px } h2 { margin: 5mm 0 1mm; font-size: 14px; break-after: avoid }
  p { margin: 0 } small { font-size: 11px }
  .slips { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm; margin-top: 2mm }
  article { padding: 3mm; border: 1px dashed black; break-inside: avoid }
  article header { display: flex; gap: 2mm; align-items: baseline }
  article header b { font-size: 18px; white-space: nowrap } article header span { margin-left: auto; white-space: nowrap }
  ul { margin: 1mm 0 0; padding: 0; list-style: none }
  li { display: flex; gap: 2mm; align-items: baseline } li b { margin-left: auto } li b { font-size: 14px }
  section { break-inside: auto } section + section.is-page { break-before: page }
  table { width: 100%; border-collapse: collapse; font: inherit; font-size: 13px }
  th, td { padding: 1.2mm 1.5mm; border-bottom: 1px solid black; text-align: left; vertical-align: middle }
  th.n, td.n { text-align: right; white-space: nowrap } tr { break-inside: avoid }
  tfoot td { font-weight: bold }
  td.sign { width: 24mm } td.sign::after { content: ''; display: block; width: 5mm; height: 5mm; border: 1px solid black }
`
