import type { BodyInput, ResponseOf } from '@pactdesk/domain/kernel/route'
import { confirmUpload, requestUpload } from '@pactdesk/domain/tenancy/routes'
import { IconCamera, IconCheck, IconFile, IconX } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { api } from '../../api/api.ts'
import { formatPercent } from '../../format/number.ts'
import { useLanguage, useTranslation } from '../../i18n/i18n.ts'
import css from './input.module.css'
import { postToStore } from './upload.ts'

/** A file that the server has read back: size and sha256 are its own. */
type StoredFile = ResponseOf<typeof confirmUpload>
type UploadRequest = BodyInput<typeof requestUpload>

type Props = {
  client: string
  purpose: UploadRequest['purpose']
  /** Media types, as the purpose allows them. */
  types: readonly UploadRequest['type'][]
  maxBytes: number
  onStored: (file: StoredFile) => void
  onRemoved?: (file: StoredFile) => void
  disabled?: boolean
  /** On a phone the camera is offered beside the files. */
  camera?: boolean
  /** One file is asked for: another one takes its place. */
  single?: boolean
}

type Item = { key: string; file: File; share: number; stored?: StoredFile; problem?: 'tooLarge' | 'wrongType' | 'failed' }

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 102.4) / 10} MB`

/** Files go straight to the object store by presigned POST, then the server confirms what arrived. */
export function FileDrop({ client, purpose, types, maxBytes, onStored, onRemoved, disabled, camera, single }: Props) {
  const { t } = useTranslation('parts')
  const language = useLanguage()
  const [items, setItems] = useState<readonly Item[]>([])
  const [over, setOver] = useState(false)
  const names = types.map(type => type.slice(type.indexOf('/') + 1).toUpperCase()).join(' · ')

  const change = (key: string, part: Partial<Item>): void =>
    setItems(old => old.map(item => (item.key === key ? { ...item, ...part } : item)))

  const upload = async ({ key, file }: Item): Promise<void> => {
    try {
      const type = file.type as UploadRequest['type']
      const body = { purpose, name: file.name, type, size: file.size }
      const { value: ticket } = await api.call(requestUpload, { params: { client }, body, idempotencyKey: key })
      await postToStore(ticket, file, share => change(key, { share }))
      const { value } = await api.call(confirmUpload, { params: { client, file: ticket.id }, body: {} })
      change(key, { stored: value, share: 1 })
      onStored(value)
    } catch (failure) {
      console.warn(failure)
      change(key, { problem: 'failed' })
    }
  }
  const touch = matchMedia('(pointer: coarse)').matches
  const add = (files: Iterable<File>): void => {
    const chosen = [...files].slice(0, single ? 1 : undefined)
    if (single && chosen.length > 0) for (const item of items) remove(item)
    for (const file of chosen) {
      const item: Item = { key: crypto.randomUUID(), file, share: 0 }
      const problem = file.size > maxBytes ? 'tooLarge' : types.some(type => type === file.type) ? undefined : 'wrongType'
      setItems(old => [...old, { ...item, ...(problem && { problem }) }])
      if (!problem) void upload(item)
    }
  }
  const retry = (item: Item): void => {
    const fresh: Item = { key: crypto.randomUUID(), file: item.file, share: 0 }
    setItems(old => old.map(one => (one.key === item.key ? fresh : one)))
    void upload(fresh)
  }
  const remove = (item: Item): void => {
    setItems(old => old.filter(one => one.key !== item.key))
    if (item.stored) onRemoved?.(item.stored)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (!disabled) add(event.dataTransfer.files)
  }
  const say = ({ file, share, stored, problem }: Item): string => {
    if (problem === 'tooLarge') return t('file.tooLarge', { name: file.name, size: megabytes(maxBytes) })
    if (problem === 'wrongType') return t('file.wrongType', { name: file.name, types: names })
    if (problem) return t('file.failed', { name: file.name })
    if (stored) return file.name
    return t('file.uploading', { name: file.name, percent: formatPercent(share, language, 0) })
  }
  const fieldOf = (shoot: boolean) => (
    <label className={touch ? css.big : undefined}>
      {touch && (shoot ? <IconCamera size={18} aria-hidden /> : <IconFile size={18} aria-hidden />)}
      {t(shoot ? 'file.shoot' : 'file.choose')}
      <input
        className="hidden-text"
        type="file"
        multiple={!single && !shoot}
        accept={types.join(',')}
        disabled={disabled}
        {...(shoot && { capture: 'environment' as const })}
        onChange={event => {
          add(event.currentTarget.files ?? [])
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file field inside does the same by keyboard */}
      <div
        className={`${css.drop} ${over ? css.dropOver : ''}`}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className={css.choose}>
          {!touch && t('file.drop')}
          {touch && camera && fieldOf(true)}
          {fieldOf(false)}
        </span>
        <small>{t('file.limits', { types: names, size: megabytes(maxBytes) })}</small>
      </div>
      <ul className={css.files} aria-live="polite">
        {items.map(item => (
          <li className={css.file} key={item.key}>
            {item.stored ? <IconCheck size={16} color="var(--good-solid)" aria-hidden /> : <IconFile size={16} aria-hidden />}
            <span className={item.problem && css.bad}>{say(item)}</span>
            {item.problem === 'failed' && (
              <button type="button" onClick={() => retry(item)}>
                {t('file.retry')}
              </button>
            )}
            <button type="button" onClick={() => remove(item)} aria-label={t('file.remove', { name: item.file.name })}>
              <IconX size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
