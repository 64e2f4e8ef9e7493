import { Button, Loader } from '@mantine/core'
import { getContract } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconAlertTriangle, IconCheck, IconChevronLeft, IconClockPause, IconLinkOff } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { useApiQuery } from '../../api/query.ts'
import { useWho } from '../../auth/who.ts'
import { changedClauses, sectionsOf } from '../../contracts/living/sections.ts'
import { PdfButton } from '../../contracts/signing/PdfButton.tsx'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { useDensity } from '../../layout/use-density.ts'
import { LanguageSwitch } from '../../parts/LanguageSwitch.tsx'
import { ErrorPanel } from '../../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../../parts/states/Skeletons.tsx'
import { Facts } from '../Facts.tsx'
import { minutesToRead, readingOf } from '../reading.ts'
import { Sheet } from '../Sheet.tsx'
import { Signed } from '../Signed.tsx'
import css from '../sign.module.css'
import { useSeen } from '../use-seen.ts'
import { Words } from '../Words.tsx'

/** Reading and signing a contract, made for a phone: nothing else is on the screen. */
export default function Sign() {
  const { t } = useTranslation('portal-contract')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { membership } = useWho()
  useDensity('portal')
  const client = membership.client ?? ''
  const contract = useApiQuery(getContract, { params: { client, contract: id } }, { live: true })
  // Kept here, since a contract that is taken back and offered anew is gone in between: what was read of it stays read.
  const opened = useRef<ContractView>(undefined)
  const seen = useSeen()
  useEffect(() => {
    document.title = t('title')
  }, [t])
  if (problemOf(contract.error)?.status === 404)
    return (
      <Frame>
        <State icon={<IconLinkOff size={40} stroke={1.4} />} title={t('gone.title')} text={t('gone.text')} />
      </Frame>
    )
  const value = contract.data?.value
  if (!value)
    return (
      <Frame>
        {contract.error ? (
          <ErrorPanel title={t('failed')} error={contract.error} onRetry={() => void contract.refetch()} />
        ) : (
          <Skeletons shape="lines" count={12} />
        )}
      </Frame>
    )
  if (value.status === 'active' || value.status === 'ended')
    return (
      <Frame contract={value}>
        <Signed contract={value} />
      </Frame>
    )
  if (value.document.status !== 'stored')
    return (
      <Frame contract={value}>
        <State icon={<Loader />} title={t('preparing.title')} text={t('preparing.text')} />
      </Frame>
    )
  if (!value.actions.includes('sign-as-client'))
    return (
      <Frame contract={value}>
        <State icon={<IconClockPause size={40} stroke={1.4} />} title={t('waiting.title')} text={t('waiting.text')} />
      </Frame>
    )
  return <Reading contract={value} opened={opened} seen={seen} />
}

type ReadingProps = {
  contract: ContractView
  /** As it was when it was opened, or last read. */
  opened: RefObject<ContractView | undefined>
  seen: ReturnType<typeof useSeen>
}

function Reading({ contract, opened, seen: { seen, endOf, forget } }: ReadingProps) {
  const { t } = useTranslation('portal-contract')
  const language = useLanguage()
  const [changed, setChanged] = useState<readonly string[]>([])
  const [sheet, setSheet] = useState<boolean>()
  const hash = contract.document.sha256
  useEffect(() => {
    const before = opened.current
    opened.current = contract
    if (!before || before.document.sha256 === hash) return
    // Another document than the one that was opened: what differs has to be read before it can be signed.
    const differing = changedClauses(before.clauses, contract.clauses)
    setChanged(differing)
    setSheet(false)
    forget(differing)
  }, [hash, contract, forget, opened])
  const sections = sectionsOf(contract.clauses)
  const { read, left, next } = readingOf(sections, seen)
  const all = left === 0
  const open = all && sheet !== false
  const goOn = (): void => {
    if (next) document.getElementById(`clause-${next}`)?.scrollIntoView({ behavior: 'smooth', block: 'start' })
    else setSheet(true)
  }
  return (
    <Frame
      contract={contract}
      progress={
        <>
          <p className={css.progress} aria-live="polite">
            <span data-done={all || undefined}>
              {all ? (
                <>
                  <IconCheck size={14} aria-hidden /> {t('read.all', { count: sections.length })}
                </>
              ) : (
                t('read.some', { read: sections.length - left, all: sections.length })
              )}
            </span>
            <span>{t('read.minutes', { count: minutesToRead(contract.clauses, language) })}</span>
          </p>
          <ol className={css.track} aria-hidden="true">
            {sections.map(({ head }, at) => (
              <li key={head.no} data-read={read[at] || undefined} />
            ))}
          </ol>
        </>
      }
    >
      <Facts contract={contract} />
      {changed.length > 0 && (
        <section className={css.notice} role="alert">
          <strong>
            <IconAlertTriangle size={16} aria-hidden /> {t('changed.title')}
          </strong>
          <p>{t('changed.text', { clauses: changed.join(language === 'en' ? ', ' : '、') })}</p>
        </section>
      )}
      <Words contract={contract} sections={sections} endOf={endOf} changed={new Set(changed)} />
      {open ? (
        <Sheet key={hash} contract={contract} sections={sections.length} onClose={() => setSheet(false)} />
      ) : (
        <footer className={css.foot}>
          <div>
            <Button fullWidth size="lg" variant={all ? 'filled' : 'default'} onClick={goOn}>
              {all ? t('read.sign') : t('read.left', { count: left })}
            </Button>
          </div>
        </footer>
      )}
    </Frame>
  )
}

type FrameProps = { contract?: ContractView; progress?: ReactNode; children: ReactNode }

function Frame({ contract, progress, children }: FrameProps) {
  const { t } = useTranslation('portal-contract')
  const language = useLanguage()
  return (
    <main id="content" className={css.page}>
      <header className={css.top}>
        <div className={css.bar}>
          <Link to="/portal/contract" className={css.back} aria-label={t('back')}>
            <IconChevronLeft size={24} stroke={1.8} />
          </Link>
          <div>
            <h1>{contract ? inLanguage(contract.name, language) : t('title')}</h1>
            {contract && <small>{t('version', { number: contract.number, version: contract.version })}</small>}
          </div>
          {contract?.document.status === 'stored' ? (
            <PdfButton contract={contract} document="offer" variant="subtle" short />
          ) : (
            <LanguageSwitch />
          )}
        </div>
        {progress}
      </header>
      {children}
    </main>
  )
}

function State({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <section className={css.state} role="status">
      {icon}
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  )
}
