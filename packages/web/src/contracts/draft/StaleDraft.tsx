import { getContract } from '@pactdesk/domain/outsourcing/contract/routes'
import { useEffect, useRef } from 'react'
import { conflictsOf } from '../../api/conflict.ts'
import { refresh, useApiQuery } from '../../api/query.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { ConflictPanel } from '../../parts/states/ConflictPanel.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { type ContractForm, draftOf, formOf } from './form.ts'

type Props = {
  client: string
  draft: { id: string; number: string }
  base: ContractForm
  yours: ContractForm
  onTheirs: () => void
  /** Saves on top of the version that is there now. */
  onMine: (etag: string | undefined) => void
}

/** Somebody else saved this draft first: term by term, theirs and yours. */
export function StaleDraft({ client, draft, base, yours, onTheirs, onMine }: Props) {
  const { t } = useTranslation('contracts')
  const now = useApiQuery(getContract, { params: { client, contract: draft.id } })
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was read of it before is what has just been refused.
    void refresh(getContract)
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus()
  }, [])
  return (
    <div ref={place} tabIndex={-1} role="alert">
      <Region query={now} failed={t('failed.contract')}>
        {({ value, etag }) => (
          <ConflictPanel
            who={t('draft.somebody')}
            what={draft.number}
            fields={conflictsOf(draftOf(base), draftOf(formOf(value.terms)), draftOf(yours)).map(
              ({ field, theirs, yours: mine }) => ({
                label: String(t(`terms.${field}` as 'terms.number', { defaultValue: field })),
                theirs: brief(theirs),
                ...(mine !== undefined && { yours: brief(mine) }),
              }),
            )}
            draftKept
            onKeepTheirs={onTheirs}
            onSaveMine={() => onMine(etag)}
          />
        )}
      </Region>
    </div>
  )
}

/** A term in a cell; lists and groups only say how much is in them. */
const brief = (value: unknown): string => {
  if (value === undefined || value === null) return '–'
  const text = typeof value === 'object' ? JSON.stringify(value).replace(/[{}"]/g, ' ').replaceAll(',', ', ') : String(value)
  return text.length > 90 ? `${text.slice(0, 90)}…` : text
}
