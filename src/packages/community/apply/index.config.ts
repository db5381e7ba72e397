export default definePageConfig({ navigationBarTitleText: '当团长' })
