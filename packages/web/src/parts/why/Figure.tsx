import { Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { inLanguage } from '../../format/language.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import { ErrorPanel } from '../states/ErrorPanel.tsx'
import { Skeletons } from '../states/Skeletons.tsx'
import type { Explanation } from './explanation.ts'
import { WhyBody } from './WhyBody.tsx'
import { WhyCard } from './WhyCard.tsx'
import { WhyDrawer } from './WhyDrawer.tsx'
import css from './why.module.css'

type Props = {
  /** The figure as it is shown. */
  children: ReactNode
  /** Unique on the page: `?why=<id>` is the address of its full explanation. */
  id: string
  /** The explanation, or how to get it when somebody asks. */
  explanation: Explanation | (() => Promise<Explanation>)
}

/** A figure that can be asked "why?": a dashed line under it, a card on click or W, from there the drawer. */
export function Figure({ children, id, explanation }: Props) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as { why?: string }
  const [card, setCard] = useState(false)
  const drawer = asked.why === id
  const answer = useQuery({
    queryKey: ['why', id],
    queryFn: () => (typeof explanation === 'function' ? explanation() : explanation),
    enabled: typeof explanation === 'function' && (card || drawer),
  })
  const known = typeof explanation === 'function' ? answer.data : explanation
  const show = (open: boolean): void => {
    setCard(false)
    void navigate({ to: '.', search: ((old: object) => ({ ...old, why: open ? id : undefined })) as never })
  }
  const waiting = answer.isError ? (
    <ErrorPanel title={t('why.ask')} error={answer.error} onRetry={() => void answer.refetch()} />
  ) : (
    <Skeletons shape="lines" count={4} />
  )
  return (
    <>
      <Popover
        opened={card}
        onChange={setCard}
        position="bottom-end"
        shadow="md"
        width="min(480px, calc(100vw - 32px))"
        withinPortal
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className={css.figure}
            data-why={id}
            title={t('why.ask')}
            aria-haspopup="dialog"
            onClick={() => setCard(open => !open)}
          >
            {children}
          </button>
        </Popover.Target>
        <Popover.Dropdown>{known ? <WhyCard explanation={known} onOpen={() => show(true)} /> : waiting}</Popover.Dropdown>
      </Popover>
      <WhyDrawer title={known ? inLanguage(known.title, language) : t('why.ask')} opened={drawer} onClose={() => show(false)}>
        {known ? <WhyBody explanation={known} /> : waiting}
      </WhyDrawer>
    </>
  )
}
