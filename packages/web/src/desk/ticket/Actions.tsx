import { Button, Menu } from '@mantine/core'
import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { IconCheck, IconDots, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { KeyCap } from '../../parts/KeyboardHelp.tsx'
import type { DialogName } from './dialogs/dialog.ts'

type Props = {
  ticket: TicketView
  phone: boolean
  pending: boolean
  onAsk: (dialog: DialogName) => void
  onStart: () => void
  onResume: () => void
}

/** What can be done with the ticket now, by its own state machine: the next step as a button, the rest in a menu. */
export function Actions({ ticket, phone, pending, onAsk, onStart, onResume }: Props) {
  const { t } = useTranslation('desk')
  const may = (action: string): boolean => ticket.actions.includes(action)
  const rest = (['pause', 'wait', 'reopen', 'close', 'assign', 'priority', 'time', 'part', 'duty'] as const).filter(name =>
    may(
      { time: 'log-work', part: 'add-part', duty: 'record-duty-breach', pause: 'decide-pause', priority: 'set-priority' }[
        name as string
      ] ?? name,
    ),
  )
  return (
    <>
      {may('start') && (
        <Button leftSection={<IconPlayerPlay size={16} stroke={1.6} />} loading={pending} onClick={onStart}>
          {t('actions.start')}
        </Button>
      )}
      {may('resume') && (
        <Button leftSection={<IconPlayerPlay size={16} stroke={1.6} />} loading={pending} onClick={onResume}>
          {t('actions.resume')}
        </Button>
      )}
      {may('resolve') && (
        <Button
          leftSection={<IconCheck size={16} stroke={1.8} />}
          rightSection={phone ? undefined : <KeyCap>E</KeyCap>}
          onClick={() => onAsk('resolve')}
        >
          {t('actions.resolve')}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu position="bottom-end" width={230}>
          <Menu.Target>
            <Button aria-label={t('actions.more')} px={8}>
              <IconDots size={18} stroke={1.6} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(name => (
              <Menu.Item key={name} onClick={() => onAsk(name)}>
                {t(`actions.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}
