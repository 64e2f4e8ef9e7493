/** A time of day as people type it (`9`, `930`, `9:30`, `9.30`, `9：30`) in the form `HH:MM`; undefined when it is none. */
export function timeOf(text: string): string | undefined {
  const typed = text.trim().replace(/[：.．]/g, ':')
  const [, hours, minutes = '00'] = /^(\d{1,2}):(\d{2})$/.exec(typed) ?? /^(\d{1,2})(\d{2})?$/.exec(typed) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes}`
}
