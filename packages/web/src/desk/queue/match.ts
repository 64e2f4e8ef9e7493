import type { ComboboxItem, OptionsFilter } from '@mantine/core'

/**
 * Finds options by any of several words, whatever their language: a caller's name as it is written in either, a number, a key.
 * `words` are by option value.
 */
export const byWords =
  (words: ReadonlyMap<string, string>): OptionsFilter =>
  ({ options, search }) => {
    const wanted = search.trim().toLowerCase()
    return options.filter(
      option => 'value' in option && (words.get((option as ComboboxItem).value) ?? '').toLowerCase().includes(wanted),
    )
  }
