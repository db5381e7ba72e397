import '@tarojs/components/types/View'

declare module '@tarojs/components/types/View' {
  interface ViewProps {
    /** For screen readers and keyboards on the web; WeChat has `aria-role`. */
    role?: string
    tabIndex?: string
  }
}
