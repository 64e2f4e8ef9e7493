/** What a key event means to us: `j`, `Enter`, `?`, `shift+l`, `mod+enter`; `undefined` while composing Chinese. */
export type Stroke = {
  key: string
  shiftKey: boolean
  metaKey: boolean
  ctrlKey: boolean
  altKey: boolean
  isComposing?: boolean
}

export function nameOf({ key, shiftKey, metaKey, ctrlKey, altKey, isComposing }: Stroke): string | undefined {
  // 229 arrives as "Process" while an input method has the keys.
  if (isComposing || key === 'Process' || altKey) return undefined
  const mod = metaKey || ctrlKey
  const letter = /^[a-z]$/i.test(key)
  const name = letter || key.length > 1 ? key.toLowerCase() : key
  return [mod && 'mod', shiftKey && (letter || key.length > 1) && 'shift', name].filter(Boolean).join('+')
}

/** How long the second key of "G then D" may take. */
const sequenceMs = 1200

/** Knows single keys and two-key sequences (`g d`); `press` answers the handler to call. */
export class KeyMap<Handler> {
  private first: { name: string; at: number } | undefined
  private readonly find: (keys: string) => Handler | undefined
  private readonly begins: (keys: string) => boolean

  constructor(find: (keys: string) => Handler | undefined, begins: (keys: string) => boolean) {
    this.find = find
    this.begins = begins
  }

  press(name: string, at: number): Handler | undefined {
    const first = this.first && at - this.first.at <= sequenceMs ? this.first.name : undefined
    this.first = undefined
    if (first) {
      const both = this.find(`${first} ${name}`)
      if (both) return both
    }
    if (this.begins(`${name} `)) {
      this.first = { name, at }
      return undefined
    }
    return this.find(name)
  }
}

/** Keys belong to the text while one is written. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  const kind = target instanceof HTMLInputElement ? target.type : undefined
  return kind !== undefined && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(kind)
}

/**
 * A dialog keeps its keys from the page beneath: Esc closes it and nothing else; in one with a form, letters are no commands of
 * the page. Commands with ⌘ or Ctrl are the dialog's own.
 */
export function isOfDialog(target: EventTarget | null, name: string): boolean {
  if (name.startsWith('mod+') || !(target instanceof Element)) return false
  const dialog = target.closest('[role="dialog"]')
  return dialog !== null && (name === 'escape' || dialog.querySelector('form') !== null)
}
