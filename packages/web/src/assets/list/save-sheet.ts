/** Saves a sheet under its name, as a download of the browser. */
export function saveSheet({ name, csv }: { name: string; csv: string }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
