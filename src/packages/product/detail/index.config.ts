export default definePageConfig({
  navigationBarTitleText: '商品',
  enableShareAppMessage: true,
  enableShareTimeline: true,
  // Opened from Moments, WeChat puts a bar of its own above the page.
  singlePage: { navigationBarFit: 'squeezed' },
})
