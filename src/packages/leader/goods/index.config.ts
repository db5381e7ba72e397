export default definePageConfig({ navigationBarTitleText: '备货点数', enablePullDownRefresh: true })
