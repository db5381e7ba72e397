export default definePageConfig({ navigationBarTitleText: '帮朋友一下' })
