/** Who carries parcels, as people call them; by the code that staff choose. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sf: '顺丰速运',
    jd: '京东物流',
    zto: '中通快递',
    yto: '圆通速递',
    sto: '申通快递',
    yunda: '韵达快递',
    ems: '邮政 EMS',
    jtexpress: '极兔速递',
    own: '店里配送',
  }),
)

export const carrierName = (carrier: string): string => names.get(carrier) ?? carrier
