import { ActionIcon, Menu } from '@mantine/core'
import type { DeviceRow } from '@pactdesk/domain/service-support/configuration/views'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'

type Props = { device: DeviceRow; onChange: () => void; onService: () => void }

/** What can be done with one device, the same on a desktop and on a phone. */
export function RowMenu({ device, onChange, onService }: Props) {
  const { t } = useTranslation('assets')
  const inService = device.status === 'in-service'
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('actions', { id: device.id })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {inService && <Menu.Item onClick={onChange}>{t('change')}</Menu.Item>}
        <Menu.Item {...(inService && { color: 'var(--bad-text)' })} onClick={onService}>
          {t(inService ? 'retire' : 'return')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
