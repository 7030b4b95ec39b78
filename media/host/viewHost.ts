import type { ViewReply, ViewRequest } from "../../kernel/contracts/viewMessages.js";

/** What a view needs from its page. */
export interface ViewHost {
  /** Sends to the kernel; absent where there can be none, e.g. in an HTML file. */
  readonly postMessage?: (message: ViewRequest) => void;
  /** Listens to the kernel; returns a function that stops listening. */
  readonly onMessage?: (listener: (message: ViewReply) => void) => () => void;
  /** What was last saved under this key, even before the page was reloaded. */
  loadState(key: string): unknown;
  saveState(key: string, state: unknown): void;
}
