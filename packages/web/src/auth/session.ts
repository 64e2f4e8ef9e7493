import type { UserManager } from 'oidc-client-ts'

/**
 * What every call needs of the session, outside React: the access token of the signed-in person and the workspace chosen.
 * Tokens stay in the tab (`sessionStorage`); which workspace was last used is remembered per person on this device.
 */
class Session {
  workspace: string | undefined
  private manager: UserManager | undefined

  use(manager: UserManager): void {
    this.manager = manager
  }

  async token(): Promise<string | undefined> {
    const user = await this.manager?.getUser()
    if (!user) return undefined
    if (!user.expired) return user.access_token
    const renewed = user.refresh_token ? await this.manager?.signinSilent().catch(() => null) : null
    return renewed?.access_token ?? user.access_token
  }

  enter(person: string, workspace: string): void {
    this.workspace = workspace
    localStorage.setItem(key(person), workspace)
  }

  lastWorkspace = (person: string): string | null => localStorage.getItem(key(person))
}

const key = (person: string): string => `pactdesk.workspace.${person}`

export const session = new Session()
