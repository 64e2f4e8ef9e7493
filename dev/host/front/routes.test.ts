import { describe, expect, it } from 'vitest'
import { routeMatcher } from './routes.ts'

const keys = [
  'ANY /api/desk/{proxy+}',
  'GET /api/desk/health',
  'GET /api/{group}/health',
  'POST /api/desk/{proxy+}',
  'GET /a.b',
  '$default',
]
const match = routeMatcher(keys.map(key => ({ key, functionName: 'f', timeoutMs: 1000 })))
const key = (method: string, path: string) => match(method, path)?.route.key

describe('routes of an HTTP API', () => {
  it('prefer the full path, then parameters, then the greedy one, then the default', () => {
    expect(key('GET', '/api/desk/health')).toBe('GET /api/desk/health')
    expect(key('GET', '/api/billing/health')).toBe('GET /api/{group}/health')
    expect(key('GET', '/api/desk/tickets/1')).toBe('ANY /api/desk/{proxy+}')
    expect(key('GET', '/elsewhere')).toBe('$default')
  })

  it('prefer the method before ANY', () => {
    expect(key('POST', '/api/desk/tickets')).toBe('POST /api/desk/{proxy+}')
    expect(key('DELETE', '/api/desk/tickets')).toBe('ANY /api/desk/{proxy+}')
  })

  it('take a dot as a dot and need something for a greedy part', () => {
    expect(key('GET', '/axb')).toBe('$default')
    expect(key('GET', '/api/desk/')).toBe('$default')
  })

  it('decode path parameters', () => {
    expect(match('GET', '/api/desk/a%20b/c')?.pathParameters).toEqual({ proxy: 'a b/c' })
    expect(match('GET', '/api/desk/%zz')?.pathParameters).toEqual({ proxy: '%zz' })
  })
})
