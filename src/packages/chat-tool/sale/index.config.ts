export default definePageConfig({
  navigationStyle: 'custom',
  navigationBarTitleText: '接龙',
  renderer: 'skyline',
  componentFramework: 'glass-easel',
  disableScroll: true,
})
