import type { QuoteMode } from '@pactdesk/domain/service-support/incident/quote'
import type { TimelineEntry } from '@pactdesk/domain/service-support/incident/timeline'
import type { TFunction } from 'i18next'
import { formatDateTime } from '../../format/date.ts'
import { formatWorked } from '../../format/duration.ts'
import type { Language } from '../../format/language.ts'
import { formatMoney } from '../../format/money.ts'
import { scopeReason } from '../guard.ts'

export type EventWording = { t: TFunction<'ticket'>; part: TFunction<'parts'>; language: Language; zone: string; portal: boolean }

type Data = Record<string, unknown>
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const under = (data: Data, key: string): Data => (data[key] ?? {}) as Data

/** One event in a sentence: `event.<type>` with what the event says. A type without words of its own shows its name. */
export function eventWords({ type, data, by }: TimelineEntry, wording: EventWording): string {
  const { t, part, language, zone } = wording
  const when = (value: unknown): string => (typeof value === 'string' ? formatDateTime(value, zone, language) : '')
  const because = (value: unknown): string => (text(value) ? t('event.because', { reason: text(value) }) : '')
  const who = by.name
  switch (type) {
    case 'ticket-opened':
      return t('event.opened', { who: text(under(data, 'requester').name) || who, channel: channel(data, t) })
    case 'ticket-started':
      return t('event.started', { who }) + because(data.reason)
    case 'ticket-waiting': {
      const { on, reason, pauses } = under(data, 'waiting')
      const whom = part(`waitsFor.${on as 'client'}`)
      return t(pauses ? 'event.waiting' : 'event.waitingRuns', { whom, reason: text(reason) })
    }
    case 'pause-contested':
      return t('event.contested', { who, text: text(data.text) })
    case 'pause-decided':
      return t(`event.pause.${data.outcome as 'upheld'}`, { who, reason: text(data.reason) })
    case 'ticket-resumed':
      return t('event.resumed', { who }) + because(data.reason)
    case 'ticket-resolved':
      return t('event.resolved', { who, when: when(data.restoredAt) })
    case 'ticket-closed':
      return t(`event.closed.${data.how as 'confirmed'}`, { who }) + because(data.reason)
    case 'ticket-reopened':
      return t('event.reopened', { who, cycle: Number(data.cycle) }) + because(data.reason)
    case 'ticket-assigned': {
      const name = text((data.assignee as Data | null)?.name)
      return name ? t('event.assigned', { who, name }) : t('event.unassigned', { who })
    }
    case 'priority-set':
      return t('event.priority', { who, priority: text(data.priority) })
    case 'labels-set':
      return t('event.labels', { who })
    case 'severity-stated': {
      const severity = under(data, 'opinion').severity as 'severe'
      return t(data.side === 'client' ? 'event.severityClient' : 'event.severityProvider', {
        severity: t(`severity.${severity}`),
      })
    }
    case 'on-site-requested':
      return t('event.onSite', { who })
    case 'arrived':
      return t('event.arrived', { who })
    case 'duty-breach-recorded':
      return t('event.duty', { who, clause: text(under(data, 'breach').clause) })
    case 'scope-decided': {
      const scope = under(data, 'scope')
      const reason = scopeReason({ reason: text(scope.reason), clause: text(scope.clause) || undefined }, language)
      return t(`event.scope.${scope.outcome as 'covered'}`, { reason })
    }
    case 'contract-chosen':
      return t('event.contract', { who, number: text(under(data, 'contract').number) })
    case 'quote-asked':
      return t('event.quoteAsked', { who, price: priceOf(under(data, 'quote').price as QuoteMode, wording) })
    case 'quote-answered':
      return t(`event.quote.${under(data, 'quote').state as 'accepted'}`, { who })
    case 'work-recorded': {
      const { kind, minutes } = under(data, 'entry')
      if (kind === 'part') return t('event.part', { who })
      const time = typeof minutes === 'number' ? formatWorked(minutes, language) : ''
      return t('event.work', { who, kind: t(`work.${kind as 'remote'}`), time })
    }
    case 'clocks-advanced':
      return t(`event.clock.${data.fired as 'due'}`)
    case 'changed-elsewhere':
      return t('event.elsewhere', { fields: (data.fields as string[]).join(', ') })
    default:
      return type
  }
}

const priceOf = (price: QuoteMode, { t, language }: EventWording): string =>
  t(`event.price.${price.mode}`, { amount: price.mode === 'time-and-material' ? '' : formatMoney(price.amount, language) })
const channel = (data: Data, t: EventWording['t']): string => t(`channel.${data.channel as 'portal'}`)
