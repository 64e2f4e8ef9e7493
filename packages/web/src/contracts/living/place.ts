/** Which contract is shown to whom, and the zone in which it tells time. */
export type LivingPlace = { client: string; contract: string; number: string; zone: string; portal: boolean }
