import { Button, Drawer } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from '../../i18n/i18n.ts'
import css from './why.module.css'

type Props = { title: ReactNode; opened: boolean; onClose: () => void; children: ReactNode; wide?: boolean }

/** The full explanation over the page, with an address of its own; Esc closes it. Clocks put their band into it, `wide`. */
export function WhyDrawer({ title, opened, onClose, children, wide }: Props) {
  const { t } = useTranslation('parts')
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true))
  }
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? 900 : 560}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <div className={css.actions} style={{ justifyContent: 'flex-end', marginBottom: 8 }}>
        <Button variant="subtle" size="compact-sm" leftSection={<IconLink size={16} stroke={1.6} />} onClick={copy}>
          {copied ? t('why.copied') : t('why.copyLink')}
        </Button>
      </div>
      {children}
    </Drawer>
  )
}
