import { useParams } from '@tanstack/react-router'
import * as z from 'zod'
import { useTranslation } from '../../i18n/i18n.ts'
import { ConsolePage } from '../../layout/ConsolePage.tsx'
import { useAddress } from '../../layout/use-address.ts'
import { Region } from '../../parts/states/Region.tsx'
import { useClients } from '../../ticket/use-places.ts'
import { VisitStatusTag } from '../parts/VisitStatusTag.tsx'
import { Checklist } from '../visit/Checklist.tsx'
import { Foot } from '../visit/Foot.tsx'
import { Journey } from '../visit/Journey.tsx'
import { PartsCard } from '../visit/PartsCard.tsx'
import { PlanCard } from '../visit/PlanCard.tsx'
import { RemoteTimes } from '../visit/RemoteTimes.tsx'
import { SignCard } from '../visit/SignCard.tsx'
import { SiteCard } from '../visit/SiteCard.tsx'
import { useVisit } from '../visit/use-visit.ts'
import css from '../visit/visit.module.css'

const Address = z.object({ client: z.string().max(16).default('-') })

/** One visit, made for one thumb: the way there, checklist, parts, signature, and the next step at the foot. */
export default function Visit() {
  const { t } = useTranslation('visits')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [{ client }] = useAddress(Address)
  const visit = useVisit({ client, visit: id })
  const { clientOf } = useClients()
  const view = visit.data?.value
  const title = view ? `${t(`kind.${view.kind}`)} · ${clientOf(view.client).label}` : id
  return (
    <ConsolePage
      crumbs={[{ label: t('title'), to: '/visits' }, { label: title }]}
      besideCrumb={view && <VisitStatusTag visit={view} />}
      zone={view?.zone}
    >
      <Region query={visit} failed={t('failed')} safe={t('safe')} count={8}>
        {({ value }) => (
          <div className={css.page}>
            <div className={css.column}>
              <section className={css.card}>
                <SiteCard visit={value} />
                {value.mode === 'on-site' ? <Journey visit={value} /> : <RemoteTimes visit={value} />}
              </section>
              {value.tasks.length > 0 && <Checklist visit={value} />}
              <PartsCard visit={value} />
            </div>
            <div className={css.column}>
              <PlanCard visit={value} />
              <SignCard visit={value} />
            </div>
            <Foot visit={value} />
          </div>
        )}
      </Region>
    </ConsolePage>
  )
}
