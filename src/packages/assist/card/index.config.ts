export default definePageConfig({ navigationBarTitleText: '助力券', enableShareAppMessage: true })
