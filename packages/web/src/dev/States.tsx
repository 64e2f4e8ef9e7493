import { Button } from '@mantine/core'
import { useTranslation } from '../i18n/i18n.ts'
import { EmptyState } from '../parts/states/EmptyState.tsx'
import { ErrorPanel } from '../parts/states/ErrorPanel.tsx'
import { Skeletons } from '../parts/states/Skeletons.tsx'
import { sayDone } from '../parts/states/toasts.ts'
import { UndoToast } from '../parts/states/UndoToast.tsx'
import { failure } from './examples.ts'
import { Section } from './Section.tsx'

export function States() {
  const { t } = useTranslation('dev')
  const nothing = (): void => undefined
  return (
    <>
      <Section title={t('loading')} note={t('loadingNote')}>
        <Skeletons now />
      </Section>
      <Section title={t('emptyWell')}>
        <EmptyState kind="well" title={t('emptyWellTitle')}>
          {t('emptyWellText')}
        </EmptyState>
      </Section>
      <Section title={t('emptyFilter')}>
        <EmptyState kind="filtered" filter="P1" onDrop={nothing}>
          {t('emptyFilterText')}
        </EmptyState>
      </Section>
      <Section title={t('emptyBegin')}>
        <EmptyState kind="not-begun" title={t('emptyBeginTitle')} action={<Button>{t('emptyBeginAction')}</Button>}>
          {t('emptyBeginText')}
        </EmptyState>
      </Section>
      <Section title={t('error')} note={t('errorNote')}>
        <ErrorPanel title={t('errorTitle')} error={failure} onRetry={nothing}>
          {t('errorSafe')}
        </ErrorPanel>
      </Section>
      <Section title={t('undo')}>
        <UndoToast text={t('undoText')} seconds={8} onUndo={() => sayDone(t('undoText'), nothing)} onClose={nothing} />
      </Section>
    </>
  )
}
