import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useAuth } from 'react-oidc-context'
import { onUnauthorized } from '../api/observed-fetch.ts'
import { queryClient } from '../api/query.ts'
import { useTranslation } from '../i18n/i18n.ts'
import { useWho } from './who.ts'

/** Over the page, not instead of it: signing in again happens in a window of its own, so nothing typed is lost. */
export function SessionEnded() {
  const { t } = useTranslation('layout')
  const auth = useAuth()
  const { me } = useWho()
  const [ended, setEnded] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  useEffect(() => onUnauthorized(() => setEnded(true)), [])

  const again = async (): Promise<void> => {
    setTrouble(undefined)
    try {
      const user = await auth.signinPopup({ login_hint: me.email })
      if (user.profile.sub !== me.subject) return setTrouble(t('session.otherPerson', { name: me.name || me.email }))
      setEnded(false)
      await queryClient.invalidateQueries()
    } catch (failure) {
      const reason = failure instanceof Error ? failure.message : String(failure)
      setTrouble(/popup|window/i.test(reason) ? t('session.blocked') : t('session.failed', { reason }))
    }
  }

  return (
    <Modal
      opened={ended}
      onClose={() => setEnded(false)}
      title={t('session.ended')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p>{t('session.endedText')}</p>
      {trouble && (
        <p role="alert" style={{ color: 'var(--bad-text)', marginTop: 8 }}>
          {trouble}
        </p>
      )}
      <Button variant="filled" mt="lg" fullWidth onClick={() => void again()}>
        {t('session.again')}
      </Button>
    </Modal>
  )
}
