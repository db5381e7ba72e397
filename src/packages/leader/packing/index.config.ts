export default definePageConfig({ navigationBarTitleText: '取货单', enablePullDownRefresh: true })
