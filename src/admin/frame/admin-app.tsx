import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { RouterProvider } from 'react-router-dom'
import { CloudFault } from '../cloud/call'
import { antdTheme } from '../theme'
import { router } from './router'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      retry: (count, error) => count < 2 && error instanceof CloudFault && error.isRetryable,
    },
  },
})

const wantsStillness = window.matchMedia('(prefers-reduced-motion: reduce)').matches

export const AdminApp = () => (
  <ConfigProvider
    locale={chinese}
    theme={{ ...antdTheme, token: { ...antdTheme.token, motion: !wantsStillness }, hashed: false }}
    button={{ autoInsertSpace: false }}
    wave={{ disabled: true }}
  >
    <App component={false} message={{ maxCount: 3, top: 64 }}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </App>
  </ConfigProvider>
)
