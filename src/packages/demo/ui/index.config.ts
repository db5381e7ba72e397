export default definePageConfig({ navigationBarTitleText: '界面零件' })
