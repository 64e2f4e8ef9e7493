/**
 * The words of each area, by name. An area adds itself in its own `zh-CN/<area>.ts`:
 * `declare module '../areas.ts' { interface Areas { desk: typeof words } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the areas themselves
export interface Areas {}

/**
 * Shape of the English words of an area: exactly the Chinese keys. Where Chinese has `…_other` (i18next's plural),
 * English adds `…_one`, which Chinese has no use for.
 */
export type English<Words> = {
  [Key in keyof Words]: Words[Key] extends string ? string : English<Words[Key]>
} & {
  [Key in keyof Words as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
