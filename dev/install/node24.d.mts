/** Absolute path of the project. */
export const root: string
/** Absolute path of the locked Node binary; throws when npm installed none for this processor. */
export function lockedNode(): string
/** Restores `node_modules/.bin/node`. */
export function restoreNodeLink(): void
