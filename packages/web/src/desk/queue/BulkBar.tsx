import { ActionIcon, Button } from '@mantine/core'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/i18n.ts'
import { KeyCap } from '../../parts/KeyboardHelp.tsx'
import css from './queue.module.css'
import type { Refusal } from './use-bulk-assign.ts'

type Props = { count: number; refusals: readonly Refusal[]; onAssign: () => void; onClear: () => void }

/** Floats while rows are selected: how many, what can be done with all, and which were refused. */
export function BulkBar({ count, refusals, onAssign, onClear }: Props) {
  const { t } = useTranslation('desk')
  if (count === 0) return null
  return (
    <section className={css.bulk} aria-label={t('bulk.label')}>
      <div>
        <b role="status">{t('bulk.selected', { count })}</b>
        {refusals.map(({ number, why }) => (
          <p key={number} className={css.refusals} role="alert">
            {number}: {why}
          </p>
        ))}
      </div>
      <Button
        variant="subtle"
        leftSection={<IconUserPlus size={16} stroke={1.6} />}
        rightSection={<KeyCap>A</KeyCap>}
        onClick={onAssign}
      >
        {t('bulk.assign')}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={t('bulk.clear')} onClick={onClear}>
        <IconX size={16} stroke={1.6} />
      </ActionIcon>
    </section>
  )
}
