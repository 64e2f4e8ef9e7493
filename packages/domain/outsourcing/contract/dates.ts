import { compareDates, type LocalDate } from '../../kernel/time.ts'

export const earlierDate = (a: LocalDate, b: LocalDate): LocalDate => (compareDates(a, b) <= 0 ? a : b)
export const laterDate = (a: LocalDate, b: LocalDate): LocalDate => (compareDates(a, b) >= 0 ? a : b)
