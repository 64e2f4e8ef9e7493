import { Select } from '@mantine/core'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { useTranslation } from '../../i18n/i18n.ts'

type Props = { contract: ContractView; version: number | undefined; onVersion: (version: number | undefined) => void }

/** Which version is read. An older one is shown with what differs from the current one marked. */
export function Versions({ contract, version, onVersion }: Props) {
  const { t } = useTranslation('contracts')
  if (contract.version < 2) return null
  const all = Array.from({ length: contract.version }, (_, at) => contract.version - at)
  return (
    <Select
      size="xs"
      w={220}
      aria-label={t('living.versions')}
      allowDeselect={false}
      value={String(version ?? contract.version)}
      data={all.map(one => ({
        value: String(one),
        label: one === contract.version ? t('living.versionNow', { version: one }) : t('living.versionMarked', { version: one }),
      }))}
      onChange={chosen => onVersion(Number(chosen) === contract.version ? undefined : Number(chosen))}
    />
  )
}
