import './theme/tokens.css'
import './theme/base.css'
import '@mantine/core/styles.layer.css'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query.ts'
import { startWords } from './i18n/i18n.ts'
import { router } from './router.tsx'
import { cssVariables, theme } from './theme/theme.ts'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')

await startWords()

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
