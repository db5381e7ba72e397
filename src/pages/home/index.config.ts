export default definePageConfig({
  navigationBarTitleText: '首页',
  enablePullDownRefresh: true,
  // a screen ahead, so that the feed never seems to end
  onReachBottomDistance: 600,
})
