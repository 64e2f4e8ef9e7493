import { Modal } from '@mantine/core'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import type { getStaffInvitation } from '@pactdesk/domain/tenancy/routes'
import type { UseQueryResult } from '@tanstack/react-query'
import { formatDateTime } from '../format/date.ts'
import { viewerZone } from '../format/zone.ts'
import { useLanguage, useTranslation } from '../i18n/i18n.ts'
import { CopyText } from '../parts/states/CopyText.tsx'
import { Region } from '../parts/states/Region.tsx'
import css from './clients.module.css'

type Props = {
  name: string
  invitation: UseQueryResult<{ value: ResponseOf<typeof getStaffInvitation>; etag?: string }>
  onClose: () => void
}

/** The link of an invitation that waits: mailed where there is an address, and to hand over by any other way. */
export function InvitationDialog({ name, invitation, onClose }: Props) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  return (
    <Modal opened onClose={onClose} title={t('invitation.title', { name })} closeButtonProps={{ 'aria-label': t('close') }}>
      <Region query={invitation} failed={t('invitation.failed')}>
        {({ value: { code, email, expiresAt } }) => (
          <div className={css.form}>
            <p>{email ? t('invitation.mailed', { email }) : t('invitation.noEmail')}</p>
            <CopyText
              text={`${window.location.origin}/join/${code}`}
              className={css.code}
              label={t('invitation.copy')}
              copied={t('invitation.copied')}
            />
            <p className={css.hint}>
              {t('invitation.until', { until: formatDateTime(expiresAt, viewerZone(), language, 'full') })}
            </p>
          </div>
        )}
      </Region>
    </Modal>
  )
}
