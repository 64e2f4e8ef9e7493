import { Button } from '@mantine/core'
import { DraftTerms } from '@pactdesk/domain/outsourcing/contract/draft-terms'
import {
  changeContractDraft,
  createContract,
  getContract,
  listContracts,
  recordPaperContract,
} from '@pactdesk/domain/outsourcing/contract/routes'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { isStale, useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import { sayDone } from '../../parts/states/toasts.ts'
import css from './draft.module.css'
import type { Editor } from './editor.ts'
import { totalOf } from './fee-lines.ts'
import { type ContractForm, draftOf } from './form.ts'
import { noOpening, openingProblems, recordedOf } from './opening.ts'
import { Preview, usePreview } from './Preview.tsx'
import { previewTerms } from './preview-terms.ts'
import { type FieldProblem, problemAt, problemsOf, problemsOfIssues } from './problems.ts'
import { StaleDraft } from './StaleDraft.tsx'
import { Agreed, DiscountCard } from './sections/Agreed.tsx'
import { Ending } from './sections/Ending.tsx'
import { Fees } from './sections/Fees.tsx'
import { Maintenance } from './sections/Maintenance.tsx'
import { Opening } from './sections/Opening.tsx'
import { Parties } from './sections/Parties.tsx'
import { Service } from './sections/Service.tsx'
import { TermPayment } from './sections/TermPayment.tsx'
import type { DraftSources } from './sources.ts'

type Props = { client: string; sources: DraftSources; record: boolean; onReload: () => void }

/** The form beside its words. Texts stay when saving is refused; what is missing is said at its field and counted below. */
export function DraftForm({ client, sources, record, onReload }: Props) {
  const { t } = useTranslation('contracts')
  const navigate = useNavigate()
  const text = useProblemText()
  const [form, setForm] = useState<ContractForm>(sources.form)
  const [opening, setOpening] = useState(noOpening)
  const [asked, setAsked] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const own = useMemo(() => problemsOf(form), [form])
  const readable = useMemo(() => DraftTerms.safeParse(previewTerms(draftOf(form))).success, [form])
  const terms = useMemo(() => draftOf(form), [form])
  const shown = useMemo(() => (readable ? previewTerms(terms) : undefined), [readable, terms])
  const preview = usePreview(client, shown)
  const total = totalOf(form.lines, form.currency)
  const openingWrong = record ? openingProblems(opening, sources.today, total) : []
  const issues = preview.behind ? [] : problemsOfIssues(preview.answer.data?.issues ?? [])
  const problems: FieldProblem[] = [...own, ...issues, ...openingWrong]

  const done = ({ value }: { value: { id: string; number: string } }): void => {
    sayDone(t(record ? 'draft.recorded' : 'draft.saved', { number: value.number }))
    void navigate({ to: '/contracts/$id', params: { id: value.id }, search: { client } as never })
  }
  const refreshes = [listContracts, getContract]
  const create = useApiMutation(createContract, { refreshes, onDone: done })
  const change = useApiMutation(changeContractDraft, { refreshes, onDone: done })
  const recording = useApiMutation(recordPaperContract, { refreshes, onDone: done })
  const failure = create.error ?? change.error ?? recording.error
  const pending = create.pending || change.pending || recording.pending

  const say = ({ code, detail }: FieldProblem): string =>
    code === 'invalid' || code.includes('.') ? t('problem.invalid', { detail: detail ?? code }) : t(`problem.${code as 'needed'}`)
  const error = (path: string): string | undefined => {
    const found = problemAt(problems, path)
    // While somebody is still typing the first time, what is empty isn't wrong yet.
    return found && (asked || found.code.includes('.')) ? say(found) : undefined
  }
  const editor: Editor = { form, set: part => setForm(old => ({ ...old, ...part })), error }

  const save = (ifMatch = sources.draft?.etag): void => {
    setAsked(true)
    if (problems.length > 0) {
      requestAnimationFrame(() =>
        area.current
          ?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"], .mantine-InputWrapper-error')
          ?.scrollIntoView({ block: 'center' }),
      )
      return
    }
    const recorded = record ? recordedOf(opening) : undefined
    if (recorded) void recording.send({ params: { client }, body: { terms, ...recorded } })
    else if (sources.draft)
      void change.send({
        params: { client, contract: sources.draft.id },
        body: { terms },
        ...(ifMatch && { ifMatch }),
      })
    else void create.send({ params: { client }, body: { terms } })
  }
  return (
    <div className={css.page}>
      <div className={css.form} ref={area}>
        {record && (
          <Opening
            client={client}
            currency={form.currency}
            today={sources.today}
            opening={opening}
            set={part => setOpening(old => ({ ...old, ...part }))}
            error={error}
          />
        )}
        <Parties {...editor} />
        <Fees {...editor} count={record ? undefined : sources.count} />
        <TermPayment {...editor} />
        <Service {...editor} />
        <Maintenance {...editor} />
        <DiscountCard {...editor} />
        <Ending {...editor} />
        <Agreed {...editor} />
        {sources.draft && isStale(failure) && (
          <StaleDraft client={client} draft={sources.draft} base={sources.form} yours={form} onTheirs={onReload} onMine={save} />
        )}
        <footer className={css.foot}>
          <p role="status">
            {sources.draft && isStale(failure) ? (
              <span className={css.error}>{t('draft.stale')}</span>
            ) : failure && !isStale(failure) ? (
              <span className={css.error}>{text(failure)}</span>
            ) : asked && problems.length > 0 ? (
              <span className={css.error}>{t('draft.missing', { count: problems.length })}</span>
            ) : (
              t(record ? 'record.effect' : 'draft.effect')
            )}
          </p>
          <Button variant="filled" loading={pending} onClick={() => save()}>
            {t(record ? 'record.save' : 'draft.save')}
          </Button>
        </footer>
      </div>
      <Preview preview={preview} />
    </div>
  )
}
