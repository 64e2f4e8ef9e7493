import type { IncomingMessage, ServerResponse } from 'node:http'

/** One embedded part of local mode, mounted by the local host on its HTTP server. */
export interface EmbeddedService {
  /**
   * Answers the request if its path belongs to this part and resolves to true; resolves to false and touches nothing otherwise.
   * Expects the untouched request: the whole path in `url` and the body unread.
   */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>
  /** Stops timers and waits for what is under way. The shared database stays open: it belongs to the host. */
  close(): Promise<void>
}

/** A text in both languages of the product. */
export interface Bilingual {
  zh: string
  en: string
}
