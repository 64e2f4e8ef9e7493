import { TextInput } from '@mantine/core'
import { useTranslation } from '../../../i18n/i18n.ts'
import { useNow } from '../../../time/use-now.ts'
import { askedAt } from '../../queue/asked-at.ts'

type Props = { label: string; zone: string; value: string; onChange: (text: string) => void }

/** A time of day of the last 24 hours; left empty it is now. */
export function TimeField({ label, zone, value, onChange }: Props) {
  const { t } = useTranslation('desk')
  const now = useNow()
  const wrong = value.trim() !== '' && askedAt({ time: value }, now, zone) === undefined
  return (
    <TextInput
      label={label}
      placeholder={t('now')}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      error={wrong && t('timeWrong')}
      inputMode="numeric"
    />
  )
}
