import { Button } from '@mantine/core'
import { getContact } from '@pactdesk/domain/tenancy/routes'
import { IconArrowRight, IconMessage } from '@tabler/icons-react'
import { useApiQuery } from '../../api/query.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { KeyCap } from '../../parts/KeyboardHelp.tsx'
import { Avatar } from '../../parts/marks/Avatar.tsx'
import { PriorityBars } from '../../parts/marks/PriorityBars.tsx'
import { PromiseChip } from '../../parts/promise/PromiseChip.tsx'
import { Region } from '../../parts/states/Region.tsx'
import { currentClocks } from '../../ticket/current-clocks.ts'
import { clockPromise, promiseOf } from '../../ticket/promise.ts'
import { StatusTag } from '../../ticket/StatusTag.tsx'
import { Story } from '../../ticket/story/Story.tsx'
import { useDevices } from '../../ticket/use-places.ts'
import { ticketRef, useTicket } from '../../ticket/use-ticket.ts'
import { CoverageCard } from '../ticket/CoverageCard.tsx'
import { useStaffNames } from '../ticket/use-staff.ts'
import { levelOf } from './columns.tsx'
import css from './queue.module.css'

type Props = { number: string; zone: string; onOpen: () => void; onReply: () => void }

/** The chosen row beside the list: clocks, coverage, people, the latest words, a reply one key away. */
export function Preview({ number, zone, onOpen, onReply }: Props) {
  const { t } = useTranslation('desk')
  const ref = ticketRef(number)
  const ticket = useTicket(ref)
  return (
    <div className={css.preview}>
      <Region query={ticket} failed={t('preview.failed')} safe={t('preview.safe')} shape="lines" count={8}>
        {({ value }) => (
          <>
            <header>
              <div className={css.previewHead}>
                <PriorityBars level={levelOf(value)} />
                <span className={css.number}>{value.number}</span>
                <StatusTag status={value.status} />
                <button type="button" onClick={onOpen} className={css.open}>
                  {t('preview.open')} <KeyCap>↵</KeyCap>
                </button>
              </div>
              <h2>{value.subject}</h2>
              <div className={css.chips}>
                {value.clocks.length === 0 ? (
                  <PromiseChip view={promiseOf(value.promise, value.asOf)} zone={value.zone ?? zone} />
                ) : (
                  currentClocks(value).map(clock => (
                    <PromiseChip key={clock.id} named view={clockPromise(clock, value.asOf)} zone={value.zone ?? zone} />
                  ))
                )}
              </div>
            </header>
            <div className={css.previewBody}>
              <CoverageCard ticket={value} />
              <People ticket={value} />
              <Story of={ref} zone={value.zone ?? zone} latest={3} />
            </div>
            <footer>
              <Button
                fullWidth
                justify="flex-start"
                leftSection={<IconMessage size={16} stroke={1.6} />}
                rightSection={<KeyCap>R</KeyCap>}
                onClick={onReply}
              >
                {t('preview.reply', { name: value.requester.name })}
              </Button>
            </footer>
          </>
        )}
      </Region>
    </div>
  )
}

type Ticket = NonNullable<ReturnType<typeof useTicket>['data']>['value']

/** Who asked, at which device, who works on it. */
export function People({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('desk')
  const { t: word } = useTranslation('ticket')
  const language = useLanguage()
  const nameOf = useStaffNames()
  const { deviceOf } = useDevices(ticket.client, ticket.device !== undefined)
  const device = deviceOf(ticket.device)
  const { contact } = ticket.requester
  const card = useApiQuery(
    getContact,
    { params: { client: ticket.client, contact: contact ?? '-' } },
    { enabled: contact !== undefined },
  )
  const person = card.data?.value
  return (
    <dl className={css.people}>
      <dt>{t('people.requester')}</dt>
      <dd>
        <Avatar name={ticket.requester.name} size={20} />
        <span>
          {person ? inLanguage(person.name, language) : ticket.requester.name}
          {person?.title && `${language === 'en' ? ', ' : '，'}${person.title}`}
          {person?.phone && (
            <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`} className={css.phone}>
              {person.phone}
            </a>
          )}
        </span>
      </dd>
      {ticket.device && (
        <>
          <dt>{t('people.device')}</dt>
          <dd>
            {ticket.device}
            {device && (
              <>
                <IconArrowRight size={12} stroke={1.6} aria-hidden />
                {device.name === ticket.device ? '' : `${device.name} · `}
                {word(`device.${device.class}`)}
              </>
            )}
          </dd>
        </>
      )}
      <dt>{t('people.assignee')}</dt>
      <dd>
        <Avatar name={nameOf(ticket.assignee)} size={20} />
        {nameOf(ticket.assignee) ?? t('people.nobody')}
      </dd>
    </dl>
  )
}
