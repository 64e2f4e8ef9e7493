/** Rows of a recognition table with the sum up to and including each: posted months stand, later ones are what will be posted. */
export function cumulative<Row extends { recognisedMinor: number }>(rows: readonly Row[]): (Row & { totalMinor: number })[] {
  let totalMinor = 0
  return rows.map(row => {
    totalMinor += row.recognisedMinor
    return { ...row, totalMinor }
  })
}
