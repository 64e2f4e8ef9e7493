import { getContract, getLivingContract, listContracts, signContractOnPaper } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { maxFileBytes } from '@pactdesk/domain/tenancy/files/purposes'
import { useState } from 'react'
import { useApiMutation } from '../../api/mutation.ts'
import { formatMoney } from '../../format/money.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { DateField } from '../../parts/input/DateField.tsx'
import { FileDrop } from '../../parts/input/FileDrop.tsx'
import { sayDone } from '../../parts/states/toasts.ts'
import { ticker } from '../../time/ticker.ts'
import { StepDialog } from './dialog.tsx'
import css from './signing.module.css'

type Props = { contract: ContractView; opened: boolean; onClose: () => void }

/** Both parties have signed and sealed the printed PDF: the scan, and each party's own date. */
export function PaperDialog({ contract, opened, onClose }: Props) {
  const { t } = useTranslation('contracts')
  const language = useLanguage()
  const today = localDay(ticker.now(), contract.terms.billingZone)
  const [scan, setScan] = useState<string>()
  const [provider, setProvider] = useState<string>()
  const [client, setClient] = useState<string>()
  const sign = useApiMutation(signContractOnPaper, {
    refreshes: [getContract, listContracts, getLivingContract],
    onDone: () => {
      sayDone(t('paper.done', { number: contract.number }))
      onClose()
    },
  })
  const missing = !scan ? 'scan' : !provider || !client ? 'dates' : undefined
  return (
    <StepDialog
      wide
      title={t('paper.title', { number: contract.number })}
      opened={opened}
      onClose={onClose}
      effect={t('paper.effect', { total: formatMoney(contract.total, language) })}
      error={sign.error}
      pending={sign.pending}
      action={t('paper.action')}
      missing={missing && t(`paper.missing.${missing}`)}
      onAction={() => {
        if (scan && provider && client)
          void sign.send({
            params: { client: contract.client, contract: contract.id },
            body: { scan, providerSignedOn: provider, clientSignedOn: client },
          })
      }}
    >
      <FileDrop
        single
        client={contract.client}
        purpose="contract-scan"
        types={['application/pdf', 'image/jpeg', 'image/png']}
        maxBytes={maxFileBytes}
        onStored={({ id }) => setScan(id)}
        onRemoved={() => setScan(undefined)}
        disabled={sign.pending}
      />
      <div className={css.grid}>
        <DateField label={t('paper.providerOn')} required max={today} value={provider} onChange={setProvider} />
        <DateField label={t('paper.clientOn')} required max={today} value={client} onChange={setClient} />
      </div>
    </StepDialog>
  )
}
