import type { Role } from '@pactdesk/domain/kernel/context'
import {
  IconBuildingSkyscraper,
  IconDeviceDesktop,
  IconFileText,
  IconHome,
  IconInbox,
  IconMapPin,
  IconReceipt,
  IconReportMoney,
  IconSettings,
} from '@tabler/icons-react'
import { exists, type ScreenName } from '../screens.ts'

export type NavigationWord = 'desk' | 'contracts' | 'visits' | 'assets' | 'finance' | 'clients' | 'settings'
export type PortalWord = 'home' | 'requests' | 'visits' | 'contract' | 'bills'

export type Entry<Word> = {
  word: Word
  /** Its first screen that exists is where the entry leads. */
  screens: readonly (readonly [path: string, screen: ScreenName])[]
  roles: readonly Role[]
  icon: typeof IconHome
  /** Second key of "G then …". */
  key?: string
}

const rail: readonly Entry<NavigationWord>[] = [
  {
    word: 'desk',
    screens: [['/desk', 'desk/Queue']],
    roles: ['service-desk', 'technician', 'service-manager', 'admin', 'problem-manager', 'change-manager'],
    icon: IconInbox,
    key: 'd',
  },
  {
    word: 'contracts',
    screens: [['/contracts', 'contracts/Contracts']],
    roles: ['account-manager', 'service-manager', 'finance', 'admin'],
    icon: IconFileText,
    key: 'c',
  },
  {
    word: 'visits',
    screens: [['/visits', 'visits/Visits']],
    roles: ['technician', 'service-desk', 'service-manager', 'account-manager', 'admin'],
    icon: IconMapPin,
    key: 'v',
  },
  {
    word: 'assets',
    screens: [['/assets', 'assets/Assets']],
    roles: ['configuration-manager', 'service-desk', 'technician', 'service-manager', 'account-manager', 'admin'],
    icon: IconDeviceDesktop,
    key: 'a',
  },
  {
    word: 'finance',
    screens: [
      ['/finance/close', 'finance/MonthClose'],
      ['/finance/invoices', 'finance/Invoices'],
      ['/finance/bank', 'finance/Bank'],
      ['/finance/ledger', 'finance/Ledger'],
      ['/finance/contracts', 'finance/Contracts'],
    ],
    roles: ['finance', 'admin'],
    icon: IconReportMoney,
    key: 'f',
  },
  {
    word: 'clients',
    screens: [['/clients', 'clients/Clients']],
    roles: ['account-manager', 'admin', 'service-desk', 'service-manager'],
    icon: IconBuildingSkyscraper,
    key: 'l',
  },
]

/** At the foot of the rail. */
const foot: readonly Entry<NavigationWord>[] = [
  { word: 'settings', screens: [['/settings', 'settings/Settings']], roles: ['admin'], icon: IconSettings, key: 's' },
]

const everyone: readonly Role[] = ['client-user', 'client-approver', 'client-owner']

const portal: readonly Entry<PortalWord>[] = [
  { word: 'home', screens: [['/portal', 'portal/Home']], roles: everyone, icon: IconHome, key: 'h' },
  { word: 'requests', screens: [['/portal/requests', 'portal/Requests']], roles: everyone, icon: IconInbox, key: 'd' },
  {
    word: 'visits',
    screens: [['/portal/visits', 'portal/Visits']],
    roles: ['client-approver', 'client-owner'],
    icon: IconMapPin,
    key: 'v',
  },
  {
    word: 'contract',
    screens: [['/portal/contract', 'portal-contract/Contract']],
    roles: ['client-owner'],
    icon: IconFileText,
    key: 'c',
  },
  { word: 'bills', screens: [['/portal/bills', 'portal-bills/Bills']], roles: ['client-owner'], icon: IconReceipt, key: 'i' },
]

export type Shown<Word> = { word: Word; to: string; icon: typeof IconHome; key?: string }

/** What a person may open and what is there; the rest is absent. */
function shown<Word>(
  entries: readonly Entry<Word>[],
  roles: readonly Role[],
  there: (screen: ScreenName) => boolean = exists,
): Shown<Word>[] {
  return entries.flatMap(({ word, screens, icon, key, roles: may }) => {
    const first = screens.find(([, screen]) => there(screen))
    if (!first || !may.some(role => roles.includes(role))) return []
    return [{ word, to: first[0], icon, ...(key && { key }) }]
  })
}

export const railFor = (roles: readonly Role[]): Shown<NavigationWord>[] => shown(rail, roles)
export const footFor = (roles: readonly Role[]): Shown<NavigationWord>[] => shown(foot, roles)
export const portalFor = (roles: readonly Role[]): Shown<PortalWord>[] => shown(portal, roles)
