import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { AuthGate } from './auth/AuthGate.tsx'
import { useWho } from './auth/who.ts'
import { changeLanguage, otherLanguage, useLanguage } from './i18n/i18n.ts'
import { useKeys } from './keys/use-keys.ts'
import { ConsoleShell } from './layout/ConsoleShell.tsx'
import { Landing } from './layout/Landing.tsx'
import { NoSuchPage } from './layout/NoSuchPage.tsx'
import { PortalShell } from './layout/PortalShell.tsx'
import { Skeletons } from './parts/states/Skeletons.tsx'
import { Toasts } from './parts/states/UndoToast.tsx'
import { type ScreenName, screenOf } from './screens.ts'

function Root() {
  const language = useLanguage()
  useKeys({ 'shift+l': () => changeLanguage(otherLanguage(language)) })
  return (
    <>
      <Suspense fallback={<Skeletons />}>
        <Outlet />
      </Suspense>
      <Toasts />
    </>
  )
}

const root = createRootRoute({ component: Root, notFoundComponent: NoSuchPage })

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: () => (
    <AuthGate>
      <Outlet />
    </AuthGate>
  ),
})

/** Staff pages are not there for a client's people, and the other way round. */
const console = createRoute({
  getParentRoute: () => app,
  id: 'console',
  component: () => (useWho().isStaff ? <ConsoleShell /> : <NoSuchPage />),
})
const portal = createRoute({
  getParentRoute: () => app,
  id: 'portal-frame',
  component: () => (useWho().isStaff ? <NoSuchPage /> : <PortalShell />),
})

/** A screen that is loaded when it is opened; where its file is absent the address leads nowhere. */
function screen(name: ScreenName) {
  const Screen = screenOf(name)
  return Screen
    ? () => (
        <Suspense fallback={<Skeletons />}>
          <Screen />
        </Suspense>
      )
    : NoSuchPage
}

const consoleRoutes = [
  createRoute({ getParentRoute: () => console, path: '/desk', component: screen('desk/Queue') }),
  createRoute({ getParentRoute: () => console, path: '/desk/tickets/$id', component: screen('desk/Ticket') }),
  createRoute({ getParentRoute: () => console, path: '/desk/kept', component: screen('desk/Kept') }),
  createRoute({ getParentRoute: () => console, path: '/contracts', component: screen('contracts/Contracts') }),
  createRoute({ getParentRoute: () => console, path: '/contracts/new', component: screen('contracts/NewContract') }),
  createRoute({ getParentRoute: () => console, path: '/contracts/$id', component: screen('contracts/Contract') }),
  createRoute({ getParentRoute: () => console, path: '/visits', component: screen('visits/Visits') }),
  createRoute({ getParentRoute: () => console, path: '/visits/$id', component: screen('visits/Visit') }),
  createRoute({ getParentRoute: () => console, path: '/assets', component: screen('assets/Assets') }),
  createRoute({ getParentRoute: () => console, path: '/clients', component: screen('clients/Clients') }),
  createRoute({ getParentRoute: () => console, path: '/clients/$id', component: screen('clients/Client') }),
  createRoute({ getParentRoute: () => console, path: '/finance/close', component: screen('finance/MonthClose') }),
  createRoute({ getParentRoute: () => console, path: '/finance/invoices', component: screen('finance/Invoices') }),
  createRoute({ getParentRoute: () => console, path: '/finance/invoices/$id', component: screen('finance/Invoice') }),
  createRoute({ getParentRoute: () => console, path: '/finance/bank', component: screen('finance/Bank') }),
  createRoute({ getParentRoute: () => console, path: '/finance/ledger', component: screen('finance/Ledger') }),
  createRoute({ getParentRoute: () => console, path: '/finance/contracts', component: screen('finance/Contracts') }),
  createRoute({ getParentRoute: () => console, path: '/finance/contracts/$id', component: screen('finance/ContractMoney') }),
  createRoute({ getParentRoute: () => console, path: '/settings', component: screen('settings/Settings') }),
] as const

const portalRoutes = [
  createRoute({ getParentRoute: () => portal, path: '/portal', component: screen('portal/Home') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/requests', component: screen('portal/Requests') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/requests/new', component: screen('portal/NewRequest') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/requests/$id', component: screen('portal/Request') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/visits', component: screen('portal/Visits') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/visits/$id', component: screen('portal/Visit') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/contract', component: screen('portal-contract/Contract') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/bills', component: screen('portal-bills/Bills') }),
  createRoute({ getParentRoute: () => portal, path: '/portal/bills/$id', component: screen('portal-bills/Bill') }),
] as const

/** Signing has the whole screen, without the portal's frame. */
const Sign = screen('portal-contract/Sign')
const sign = createRoute({
  getParentRoute: () => app,
  path: '/portal/sign/$id',
  component: () => (useWho().isStaff ? <NoSuchPage /> : <Sign />),
})

const home = createRoute({ getParentRoute: () => app, path: '/', component: Landing })
const signedOut = createRoute({ getParentRoute: () => app, path: '/auth/signed-out', component: Landing })
const join = createRoute({ getParentRoute: () => app, path: '/join/$code', component: Landing })
const callback = createRoute({ getParentRoute: () => app, path: '/auth/callback', component: Landing })

/** Pages of shared parts and shells, for comparing with the design; a built app has none. */
const developing = import.meta.env.DEV ? (await import('./dev/routes.tsx')).developingRoutes(root) : []

export const router = createRouter({
  routeTree: root.addChildren([
    ...developing,
    app.addChildren([
      home,
      join,
      signedOut,
      callback,
      sign,
      console.addChildren(consoleRoutes),
      portal.addChildren(portalRoutes),
    ]),
  ]),
  defaultPreload: false,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
