export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: '帮邻居记一单',
  enablePullDownRefresh: true,
})
