import type { TicketView } from '@pactdesk/domain/service-support/incident/views'
import { useTranslation } from '../../i18n/i18n.ts'
import { Tag } from '../../parts/marks/Tag.tsx'
import css from './ticket.module.css'

/** Two opinions, the client's and the provider's; while they differ clocks run under both. */
export function Severity({ ticket, onState }: { ticket: TicketView; onState: (() => void) | undefined }) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const { severity } = ticket
  return (
    <section className={css.section}>
      <h3>
        {t('severity.title')}
        {onState && (
          <button type="button" className={css.link} onClick={onState}>
            {t('severity.state')}
          </button>
        )}
      </h3>
      <dl className={css.pairs}>
        {(['client', 'provider'] as const).map(side => {
          const opinion = severity[side]
          return (
            <div key={side}>
              <dt>{t(`severity.${side}`)}</dt>
              <dd>
                {opinion ? (
                  <>
                    <Tag tone={opinion.severity === 'severe' ? 'bad' : 'quiet'}>{word(`severityShort.${opinion.severity}`)}</Tag>{' '}
                    <small>
                      {opinion.by.name}
                      {opinion.note && `: ${opinion.note}`}
                    </small>
                  </>
                ) : (
                  <small>{t('severity.none')}</small>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {severity.agreed === null && <p className={css.warning}>{t('severity.differ')}</p>}
    </section>
  )
}
