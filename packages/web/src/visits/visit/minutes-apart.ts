/** Minutes from one time of a day to a later one, both `HH:MM`; undefined while either is missing or they are not in order. */
export function minutesApart(from: string, to: string): number | undefined {
  const [start, end] = [minuteOf(from), minuteOf(to)]
  return start === undefined || end === undefined || end <= start ? undefined : end - start
}

function minuteOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(time) ?? []
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
