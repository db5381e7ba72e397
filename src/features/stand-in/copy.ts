export const copy = {
  who: '以谁的身份逛逛？',
  whoNote: '这是演示店，选一位邻居就能下单、付款、看订单。',
  leader: '团长',
  notHere: '请在微信里打开',
  notHereNote: '在微信小程序里搜「圈集」，不用登录就能下单。',
  offline: '没连上店里',
  again: '再试一次',
  payTitle: '微信支付（演示）',
  payNote: '这里代替微信的付款页，不会真的扣钱。',
  pay: '确认付款',
  payLater: '先不付',
  payFails: '假装付款失败',
} as const
