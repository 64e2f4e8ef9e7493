import { type AnyRoute, createRoute } from '@tanstack/react-router'
import Parts from './Parts.tsx'
import { ExampleConsole, ExamplePage, ExamplePortal } from './Shells.tsx'
import { States } from './States.tsx'

/** `/parts`: every shared part in every state; `/parts/console` and `/parts/portal`: the two shells around an example. */
export function developingRoutes(root: AnyRoute): AnyRoute[] {
  const parts = createRoute({ getParentRoute: () => root, path: '/parts', component: Parts })
  const console = createRoute({ getParentRoute: () => root, path: '/parts/console', component: ExampleConsole })
  const portal = createRoute({ getParentRoute: () => root, path: '/parts/portal', component: ExamplePortal })
  return [
    parts,
    console.addChildren([createRoute({ getParentRoute: () => console, path: '/', component: ExamplePage })]),
    portal.addChildren([createRoute({ getParentRoute: () => portal, path: '/', component: States })]),
  ]
}
