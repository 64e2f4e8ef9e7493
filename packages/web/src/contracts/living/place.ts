/** Which contract is shown to whom, the zone in which it tells time, and whether its first day has come. */
export type LivingPlace = { client: string; contract: string; number: string; zone: string; portal: boolean; begun: boolean }
