import { Button } from '@mantine/core'
import { getContractPdf } from '@pactdesk/domain/outsourcing/contract/routes'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useProblemText } from '../../api/problem.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './signing.module.css'

type Props = { contract: ContractView; document: 'offer' | 'signed' | 'scan'; variant?: 'default' | 'subtle'; short?: boolean }

/** Opens the stored bytes that were, or will be, signed; the address is good for minutes, so it is asked for on the click. */
export function PdfButton({ contract, document, variant = 'default', short }: Props) {
  const { t } = useTranslation('contracts')
  const text = useProblemText()
  const [state, setState] = useState<{ pending: boolean; error?: unknown }>({ pending: false })
  const open = async (): Promise<void> => {
    // Opened on the click itself: a window that opens later would be blocked.
    const target = window.open('', '_blank')
    setState({ pending: true })
    try {
      const params = { client: contract.client, contract: contract.id }
      const { value } = await api.call(getContractPdf, { params, query: { document } })
      if (target) target.location.href = value.url
      else window.location.href = value.url
      setState({ pending: false })
    } catch (error) {
      target?.close()
      setState({ pending: false, error })
    }
  }
  return (
    <>
      <Button
        variant={variant}
        loading={state.pending}
        leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
        onClick={() => void open()}
      >
        {short ? 'PDF' : t(`pdf.${document}`)}
      </Button>
      {state.error !== undefined && (
        <span className={css.error} role="alert">
          {text(state.error)}
        </span>
      )}
    </>
  )
}
