import { visitors } from '@pactdesk/domain/outsourcing/field-service/actions'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { getSite, listContacts } from '@pactdesk/domain/tenancy/routes'
import { IconMapPin, IconPhone } from '@tabler/icons-react'
import { useApiQuery } from '../../api/query.ts'
import { useHasRole } from '../../auth/who.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { mapLink } from './map-link.ts'
import css from './visit.module.css'

/** Where to go, the way there on the phone's own map, and whom to ring at the site, the first contact first. */
export function SiteCard({ visit }: { visit: VisitView }) {
  const { t } = useTranslation('visits')
  const language = useLanguage()
  const goes = useHasRole(...visitors)
  const params = { client: visit.client }
  const site = useApiQuery(getSite, { params: { ...params, site: visit.site } }).data?.value
  const people = useApiQuery(listContacts, { params, query: { limit: 200 } }, { enabled: (site?.contacts.length ?? 0) > 0 })
  const contacts = (site?.contacts ?? []).flatMap(id => people.data?.value.items.find(person => person.id === id) ?? [])
  const phone = matchMedia('(pointer: coarse)').matches
  if (!site) return <p className={css.place}>{visit.site}</p>
  return (
    <>
      <p className={css.place}>
        <IconMapPin size={16} stroke={1.6} aria-hidden />
        <span>
          {inLanguage(site.name, language)} <span className={css.quiet}>{site.address}</span>
        </span>
        {goes && phone && visit.mode === 'on-site' && (
          <a href={mapLink(site.address, navigator.userAgent)}>{t('place.navigate')}</a>
        )}
      </p>
      {contacts.map(person => (
        <p className={css.place} key={person.id}>
          <IconPhone size={16} stroke={1.6} aria-hidden />
          <span>
            {inLanguage(person.name, language)} {person.title && <span className={css.quiet}>{person.title}</span>}
          </span>
          {person.phone && <a href={`tel:${person.phone.replace(/\s+/g, '')}`}>{person.phone}</a>}
        </p>
      ))}
    </>
  )
}
