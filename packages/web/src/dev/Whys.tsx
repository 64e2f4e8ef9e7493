import { useTranslation } from '../i18n/i18n.ts'
import { ConflictPanel } from '../parts/states/ConflictPanel.tsx'
import { ProgressSteps } from '../parts/steps/ProgressSteps.tsx'
import { WhyBody } from '../parts/why/WhyBody.tsx'
import { WhyCard } from '../parts/why/WhyCard.tsx'
import { earned } from './examples.ts'
import { Section } from './Section.tsx'

export function Whys() {
  const { t } = useTranslation(['dev', 'parts'])
  const nothing = (): void => undefined
  return (
    <>
      <Section title={t('conflict')} note={t('conflictNote')}>
        <ConflictPanel
          who="Tom Hale"
          what="LANHAI-291"
          secondsAgo={20}
          fields={[
            { label: t('parts:keys.status'), theirs: t('parts:waitsFor.part'), yours: t('parts:keys.resolve') },
            { label: t('parts:keys.assign'), theirs: 'Tom Hale' },
          ]}
          draftKept
          onKeepTheirs={nothing}
          onSaveMine={nothing}
        />
      </Section>
      <Section title={t('why')} note={t('whyNote')} card>
        <WhyCard explanation={earned} onOpen={nothing} />
      </Section>
      <Section title={t('why')} card>
        <WhyBody explanation={earned} />
      </Section>
      <Section title={t('stepsTitle')} card>
        <ProgressSteps
          steps={[
            { label: t('steps.collect'), state: 'done' },
            { label: t('steps.explain'), state: 'current' },
            { label: t('steps.review'), state: 'todo' },
            { label: t('steps.issue'), state: 'todo' },
          ]}
        />
      </Section>
    </>
  )
}
