import type { ViewReply, ViewRequest } from "../../kernel/aen/views/messages.js";

/** What a view needs from the page that it is drawn in. */
export interface ViewHost {
  /** Reaches the kernel; absent where none can be there, e.g. in an HTML file. */
  readonly postMessage?: (message: ViewRequest) => void;
  /** Hears from the kernel; gives back a function that ends it. */
  readonly onMessage?: (listener: (message: ViewReply) => void) => () => void;
  /** What was last saved under this key, also before the page was loaded again. */
  loadState(key: string): unknown;
  saveState(key: string, state: unknown): void;
}
