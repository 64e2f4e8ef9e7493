/**
 * The text of a CSV file. Excel in China saves it in GB 18030, everybody else in UTF-8 with or without a mark. Bytes that are no
 * UTF-8 are read as GB 18030; so are the few Chinese words whose bytes happen to be UTF-8 too (`前台`): they come out as two or
 * more rare Latin letters and marks in a row, which no sheet has.
 */
export function sheetText(bytes: ArrayBuffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (beyondLatin.test(text) || !text.match(foreignRuns)?.some(run => rareLatin.test(run))) return text
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
  return new TextDecoder('gb18030').decode(bytes)
}

const foreignRuns = /[\u0080-\u07ff]{2,}/g
const rareLatin = /[\u0180-\u036f]/
const beyondLatin = /[\u0800-\uffff]/
