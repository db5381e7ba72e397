export default definePageConfig({ navigationBarTitleText: '帮邻居付一单' })
