import { Button, Modal } from '@mantine/core'
import type { FileRef } from '@pactdesk/domain/kernel/ids'
import { getVisitFile } from '@pactdesk/domain/outsourcing/field-service/routes'
import { IconDownload, IconFile, IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useApiQuery } from '../../api/query.ts'
import { useTranslation } from '../../i18n/i18n.ts'
import type { VisitRef } from './use-visit.ts'
import css from './visit.module.css'

type Props = { refOf: VisitRef; file: FileRef; label: string }

/** What browsers draw; a HEIC photo or a PDF is fetched instead. */
const drawn = (type: string): boolean => ['image/png', 'image/jpeg', 'image/webp'].includes(type)

/** A stored picture of the visit, small; a tap shows it whole, with the way to keep it. Its address is good for minutes. */
export function StoredPicture({ refOf, file, label }: Props) {
  const { t } = useTranslation('visits')
  const [whole, setWhole] = useState(false)
  const link = useApiQuery(getVisitFile, { params: { ...refOf, sha256: file.sha256 } })
  const url = link.data?.value.url
  const Shape = file.type === 'application/pdf' ? IconFileTypePdf : IconFile
  return (
    <>
      <button type="button" className={css.thumb} aria-label={t('file.show', { what: label })} onClick={() => setWhole(true)}>
        {url && drawn(file.type) ? <img src={url} alt="" /> : <Shape size={22} stroke={1.6} aria-hidden />}
      </button>
      <Modal
        opened={whole}
        onClose={() => setWhole(false)}
        title={label}
        size="lg"
        closeButtonProps={{ 'aria-label': t('file.close') }}
      >
        <div className={css.stack}>
          {url && drawn(file.type) && <img className={css.whole} src={url} alt={label} />}
          {link.error !== null && <p role="alert">{t('file.failed')}</p>}
          <p className={css.quiet}>
            {file.name} · sha256 {file.sha256.slice(0, 12)}…
          </p>
          {url && (
            <Button component="a" href={url} download={file.name} leftSection={<IconDownload size={16} aria-hidden />}>
              {t('file.save')}
            </Button>
          )}
        </div>
      </Modal>
    </>
  )
}
