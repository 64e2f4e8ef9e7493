import type { RouteModel } from '../template/api.ts'

export type Matched = { route: RouteModel; pathParameters: Record<string, string> }
type Compiled = { route: RouteModel; method: string; pattern: RegExp; names: string[]; rank: number }

/**
 * Chooses the route as API Gateway's HTTP API does: a full match before a path with parameters before a greedy one, the method
 * before ANY, `$default` last. Path parameters come decoded.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function routeMatcher(routes: RouteModel[]): (method: string, path: string) => Matched | undefined {
  const compiled = routes.map(compile).sort((a, b) => a.rank - b.rank)
  return (method, path) => {
    for (const { route, pattern, names, method: wanted } of compiled) {
      if (wanted !== 'ANY' && wanted !== method) continue
      const found = pattern.exec(path)
      if (!found) continue
      return { route, pathParameters: Object.fromEntries(names.map((name, i) => [name, decoded(found[i + 1]!)])) }
    }
    return undefined
  }
}

function compile(route: RouteModel): Compiled {
  if (route.key === '$default') return { route, method: 'ANY', pattern: /^/, names: [], rank: Number.MAX_SAFE_INTEGER }
  const [method = 'ANY', path = '/'] = route.key.split(' ')
  const names: string[] = []
  const source = path.replace(/\{([^}]+)\}|[^{]+/g, (part, name?: string) => {
    if (!name) return part.replace(/[\\^$.*+?()[\]|]/g, '\\$&')
    names.push(name.replace(/\+$/, ''))
    return name.endsWith('+') ? '(.+)' : '([^/]+)'
  })
  const greedy = path.includes('+}')
  const rank = (greedy ? 2_000_000 : names.length > 0 ? 1_000_000 : 0) - path.length * 10 + (method === 'ANY' ? 1 : 0)
  return { route, method, pattern: new RegExp(`^${source}$`), names, rank }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
