import { clientHandlers } from './clients.ts'
import { contactHandlers } from './contacts.ts'
import { fileHandlers } from './files.ts'
import { invitationHandlers } from './invitations.ts'
import { providerHandlers } from './provider.ts'
import { siteHandlers } from './sites.ts'
import { staffHandlers } from './staff.ts'
import { teamHandlers } from './team.ts'

export { tenancyReactions } from './directory.ts'
export { storedFile } from './files.ts'
export { createProvider } from './provider.ts'
export { addStaffMember } from './staff.ts'

/** Operations of group `tenancy`, without those of devices. */
export const handlers = [
  ...teamHandlers,
  ...providerHandlers,
  ...clientHandlers,
  ...siteHandlers,
  ...contactHandlers,
  ...staffHandlers,
  ...invitationHandlers,
  ...fileHandlers,
]
