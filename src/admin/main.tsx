/** The staff's page. Each screen is a folder with its wording in `copy.ts`; `parts` are shared, `cloud` is the way to the functions. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AdminApp } from './frame/admin-app'
import { cssVariables } from './theme'
import './base.css'
import './parts/tones.css'

for (const [name, value] of Object.entries(cssVariables())) document.documentElement.style.setProperty(name, value)

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <AdminApp />
    </StrictMode>,
  )
