import type { DatabaseSync } from 'node:sqlite'
import type { Adapter, AdapterPayload } from 'oidc-provider'

/** Models whose records end with their grant. */
const grantable = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken'])

const seconds = () => Math.floor(Date.now() / 1000)

/**
 * Where oidc-provider keeps sessions, interactions, grants, codes and refresh tokens: one row each in `idp_records`.
 * Expired rows are invisible at once and swept when a new session begins.
 */
export function recordsIn(state: DatabaseSync): (model: string) => Adapter {
  const upsert = state.prepare(`INSERT INTO idp_records (model, id, payload, uid, grant_id, expires_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, uid = excluded.uid, grant_id = excluded.grant_id, expires_at = excluded.expires_at`)
  const byId = state.prepare('SELECT payload, expires_at FROM idp_records WHERE model = ? AND id = ?')
  const byUid = state.prepare('SELECT payload, expires_at FROM idp_records WHERE model = ? AND uid = ?')
  const consume = state.prepare(`UPDATE idp_records SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?`)
  const remove = state.prepare('DELETE FROM idp_records WHERE model = ? AND id = ?')
  const removeGrant = state.prepare('DELETE FROM idp_records WHERE grant_id = ?')
  const sweep = state.prepare('DELETE FROM idp_records WHERE expires_at <= ?')

  const live = (row: unknown): AdapterPayload | undefined => {
    const found = row as { payload: string; expires_at: number | null } | undefined
    if (!found || (found.expires_at !== null && found.expires_at <= seconds())) return undefined
    return JSON.parse(found.payload) as AdapterPayload
  }

  return model => ({
    async upsert(id, payload, expiresIn) {
      if (model === 'Session') sweep.run(seconds())
      const grant = grantable.has(model) ? (payload.grantId ?? null) : null
      upsert.run(model, id, JSON.stringify(payload), payload.uid ?? null, grant, expiresIn ? seconds() + expiresIn : null)
    },
    find: async id => live(byId.get(model, id)),
    findByUid: async uid => live(byUid.get(model, uid)),
    // Device flow is off, so nothing carries a user code.
    findByUserCode: async () => undefined,
    async consume(id) {
      consume.run(seconds(), model, id)
    },
    async destroy(id) {
      remove.run(model, id)
    },
    async revokeByGrantId(grantId) {
      removeGrant.run(grantId)
    },
  })
}
