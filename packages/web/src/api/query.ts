import type { Answer, AnyRoute, CallOptions } from '@pactdesk/domain/kernel/client'
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { session } from '../auth/session.ts'
import { api } from './api.ts'
import { mayRetry } from './problem.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && mayRetry(error), refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** Between 5 and 10 seconds, spread so that many screens don't ask at once. Hidden pages don't ask at all. */
const pollEvery = 5_000 + Math.floor(Math.random() * 5_000)

type Asked = { params?: unknown; query?: unknown }

/** Where an answer is kept: workspace first, so that changing it never shows another's data. */
export const keyOf = (route: AnyRoute, asked?: Asked): readonly unknown[] =>
  asked ? [session.workspace, route.id, asked.params ?? null, asked.query ?? null] : [session.workspace, route.id]

/** Marks every answer of these routes as old; those on the screen are asked for again. */
export async function refresh(...routes: AnyRoute[]): Promise<void> {
  await Promise.all(routes.map(route => queryClient.invalidateQueries({ queryKey: keyOf(route) })))
}

export type QueryOptions = {
  /** Ask only when true; for what depends on another answer. */
  enabled?: boolean
  /** Ask again every 5–10 s while the page is visible. */
  live?: boolean
  /** Show the last answer while the next is on its way (lists whose filter changes). */
  keep?: boolean
}

/** Reads a route; `data.value` is the typed response, `data.etag` its version for `ifMatch`. */
export function useApiQuery<R extends AnyRoute>(route: R, asked: CallOptions<R>, options: QueryOptions = {}) {
  return useQuery<Answer<R>>({
    queryKey: keyOf(route, asked as Asked),
    queryFn: ({ signal }) => api.call(route, { ...asked, signal }),
    enabled: options.enabled ?? true,
    ...(options.live && { refetchInterval: pollEvery }),
    ...(options.keep && { placeholderData: keepPreviousData }),
  })
}

/** Reads a paged route page by page; `items` are those of all pages so far. The route's response has `items` and `next`. */
export function useApiPages<Item, R extends AnyRoute>(
  route: R,
  asked: CallOptions<R>,
  itemsOf: (value: Answer<R>['value']) => { items: readonly Item[]; next?: string | undefined },
  options: QueryOptions = {},
) {
  const { query, ...rest } = asked as { query?: Record<string, unknown> }
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(route, asked as Asked), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.call(route, {
        ...rest,
        query: { ...query, ...(pageParam && { cursor: pageParam }) },
        signal,
      } as unknown as CallOptions<R>),
    getNextPageParam: last => itemsOf(last.value).next,
    enabled: options.enabled ?? true,
    ...(options.live && { refetchInterval: pollEvery }),
  })
  return { ...pages, items: pages.data?.pages.flatMap(page => itemsOf(page.value).items) }
}
