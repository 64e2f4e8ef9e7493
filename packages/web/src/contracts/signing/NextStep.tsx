import { Button, Loader } from '@mantine/core'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '../../i18n/i18n.ts'
import { ProgressSteps, type Step } from '../../parts/steps/ProgressSteps.tsx'
import css from '../living/living.module.css'
import type { ContractDialog } from './dialogs.ts'
import { PdfButton } from './PdfButton.tsx'
import { SignatureCard } from './SignatureCard.tsx'

type Props = { contract: ContractView; onOpen: (dialog: ContractDialog) => void }

const stages = ['draft', 'offered', 'signed-by-provider', 'active'] as const satisfies ContractView['status'][]

/** What happens next on the way to force, who has signed, and the buttons that the caller may press now. */
export function NextStep({ contract, onOpen }: Props) {
  const { t } = useTranslation('contracts')
  const { status, actions, document } = contract
  const at = (stages as readonly string[]).indexOf(status)
  const steps: Step[] = stages.map((stage, index) => ({
    label: t(`stage.${stage}`),
    state: index < at ? 'done' : index === at ? 'current' : 'todo',
  }))
  const may = (action: string): boolean => actions.includes(action)
  return (
    <div className={css.next}>
      <h3>{t(`next.${status}.title`)}</h3>
      {status !== 'discarded' && <ProgressSteps steps={steps} />}
      <p>{t(`next.${status}.text`)}</p>
      {document.status === 'requested' && (
        <p className={css.meta} role="status">
          <Loader size={14} /> {t('next.preparing')}
        </p>
      )}
      {contract.signatures.map(signature => (
        <SignatureCard key={signature.party} signature={signature} contract={contract} />
      ))}
      <div className={css.buttons}>
        {may('offer') && (
          <Button variant="filled" onClick={() => onOpen('offer')}>
            {t('offer.action')}
          </Button>
        )}
        {may('sign-as-provider') && (
          <Button variant="filled" onClick={() => onOpen('sign')}>
            {t('next.sign')}
          </Button>
        )}
        {may('change-draft') && (
          <Button
            component={Link}
            to="/contracts/new"
            search={{ client: contract.client, draft: contract.id } as never}
            leftSection={<IconPencil size={16} stroke={1.6} />}
          >
            {t('next.change')}
          </Button>
        )}
        {document.status === 'stored' && <PdfButton contract={contract} document="offer" />}
        {may('sign-on-paper') && <Button onClick={() => onOpen('paper')}>{t('next.paper')}</Button>}
        {may('withdraw') && <Button onClick={() => onOpen('withdraw')}>{t('next.withdraw')}</Button>}
        {may('discard') && <Button onClick={() => onOpen('discard')}>{t('next.discard')}</Button>}
      </div>
      {contract.provisional && <p className={css.dim}>{t('next.provisional')}</p>}
    </div>
  )
}
