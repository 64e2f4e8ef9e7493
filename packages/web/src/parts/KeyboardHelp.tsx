import { Modal } from '@mantine/core'
import { IconArrowBigUp, IconCommand, IconCornerDownLeft } from '@tabler/icons-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from '../i18n/i18n.ts'
import { useKeys } from '../keys/use-keys.ts'
import css from './KeyboardHelp.module.css'

type KeyWord =
  | 'move'
  | 'open'
  | 'back'
  | 'select'
  | 'assign'
  | 'status'
  | 'priority'
  | 'reply'
  | 'note'
  | 'time'
  | 'why'
  | 'resolve'
  | 'create'
  | 'filter'
  | 'send'
  | 'go'
  | 'language'
  | 'list'

/** Keys that many fonts lack. */
const drawn: Record<string, typeof IconCommand> = { '↵': IconCornerDownLeft, '⌘': IconCommand, '⇧': IconArrowBigUp }

/** A key as it is printed on a key. */
export function KeyCap({ children }: { children: string }) {
  const Icon = drawn[children]
  return <kbd className={css.key}>{Icon ? <Icon size={12} stroke={2} aria-label={children} /> : children}</kbd>
}

export type Shown = readonly (readonly [keys: readonly string[], word: KeyWord])[]

/** Keys and what they do, in two columns; what is listed is what works on this page. */
export function KeyList({ keys }: { keys: Shown }) {
  const { t } = useTranslation('parts')
  return (
    <dl className={css.keys}>
      {keys.map(([caps, word]) => (
        <div key={word}>
          <dt>
            {caps.map(cap => (
              <KeyCap key={cap}>{cap}</KeyCap>
            ))}
          </dt>
          <dd>{t(`keys.${word}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

const everywhere: Shown = [
  [['J', 'K'], 'move'],
  [['↵'], 'open'],
  [['Esc'], 'back'],
  [['W'], 'why'],
  [['G'], 'go'],
  [['⇧', 'L'], 'language'],
  [['?'], 'list'],
]

const none: Shown = []
let ofPage: Shown = none
const watchers = new Set<() => void>()
const tell = (keys: Shown): void => {
  ofPage = keys
  for (const watcher of watchers) watcher()
}
const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** The keys that work on this page besides those of every page, for the list behind "?". `keys` must stay the same value. */
export function usePageKeys(keys: Shown): void {
  useEffect(() => {
    tell(keys)
    return () => tell(none)
  }, [keys])
}

/** "?" lists the keys, those of the page first. */
export function KeyboardHelp() {
  const page = useSyncExternalStore(watch, () => ofPage)
  const { t } = useTranslation('parts')
  const [open, setOpen] = useState(false)
  useKeys({ '?': () => setOpen(true) })
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('why.close') }}
    >
      <KeyList keys={[...page, ...everywhere.filter(([, word]) => !page.some(([, own]) => own === word))]} />
    </Modal>
  )
}
