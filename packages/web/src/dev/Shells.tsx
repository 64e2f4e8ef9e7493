import { Button } from '@mantine/core'
import { getProvider } from '@pactdesk/domain/tenancy/routes'
import { IconPlus } from '@tabler/icons-react'
import { keyOf, queryClient } from '../api/query.ts'
import { type Who, WhoContext } from '../auth/who.ts'
import { useTranslation } from '../i18n/i18n.ts'
import { ConsolePage } from '../layout/ConsolePage.tsx'
import { ConsoleShell } from '../layout/ConsoleShell.tsx'
import { PortalShell } from '../layout/PortalShell.tsx'
import { KeyList } from '../parts/KeyboardHelp.tsx'
import { ClientMark } from '../parts/marks/Avatar.tsx'
import { zone } from './examples.ts'
import { Lists } from './Lists.tsx'
import { States } from './States.tsx'

const providerName = { zh: '北风信息技术', en: 'Northwind IT' }

/** A fictional person of the provider, or of a client. */
function example(kind: 'staff' | 'client'): Who {
  const membership: Who['membership'] = {
    workspace: kind === 'staff' ? 'msp' : 'msp.LANHAI',
    kind,
    provider: 'msp',
    person: 'example',
    roles: kind === 'staff' ? ['admin'] : ['client-owner'],
    clients: '*',
    personName: kind === 'staff' ? '周岚' : '林海峰',
    providerName,
    ...(kind === 'client' && { client: 'LANHAI', clientName: { zh: '蓝海贸易', en: 'Lanhai Trading' } }),
  }
  return {
    me: {
      issuer: 'https://example.com',
      subject: 'example',
      name: membership.personName,
      email: 'example@example.com',
      memberships: [membership],
    },
    membership,
    roles: membership.roles as Who['roles'],
    isStaff: kind === 'staff',
    switchTo: () => undefined,
    signOut: () => undefined,
  }
}

function useExampleProvider(): void {
  const card = {
    id: 'msp',
    name: providerName,
    billingZone: zone,
    currency: 'CNY',
    emergencyPhone: '021-5555 0100',
    stripe: true,
  }
  queryClient.setQueryData(keyOf(getProvider, {}), { value: { card, actions: [] }, status: 200, url: '' })
}

export function ExampleConsole() {
  useExampleProvider()
  return (
    <WhoContext value={example('staff')}>
      <ConsoleShell />
    </WhoContext>
  )
}

export function ExamplePortal() {
  useExampleProvider()
  return (
    <WhoContext value={example('client')}>
      <PortalShell />
    </WhoContext>
  )
}

/** A staff page with all three columns. */
export function ExamplePage() {
  const { t } = useTranslation('dev')
  return (
    <ConsolePage
      crumbs={[
        { label: t('table'), to: '/parts' },
        { label: 'Lanhai Trading', mark: <ClientMark mark="蓝" name="Lanhai Trading" /> },
      ]}
      action={
        <Button variant="filled" leftSection={<IconPlus size={16} />}>
          {t('emptyBeginAction')}
        </Button>
      }
      views={<KeyList keys={[[['J', 'K'], 'move']]} />}
      aside={
        <div style={{ padding: 16, display: 'grid', gap: 16 }}>
          <States />
        </div>
      }
    >
      <Lists />
    </ConsolePage>
  )
}
