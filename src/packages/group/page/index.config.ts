export default definePageConfig({ navigationBarTitleText: '好友拼团', enableShareAppMessage: true })
