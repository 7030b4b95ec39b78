import type { ViewReply, ViewRequest } from "../../kernel/contracts/viewMessages.js";
import type { SharedByViews } from "../selection/sharedSelection.js";

/** What a view needs from its page. */
export interface ViewHost {
  /** What the views of the notebook share. */
  readonly shared: SharedByViews;
  /** Sends to the kernel; absent where there can be none, e.g. in an HTML file. */
  readonly postMessage?: (message: ViewRequest) => void;
  /** Whether the front end resumes an interrupted run when it is asked to. */
  readonly resumesRuns?: boolean;
  /** Listens to the kernel; returns a function that stops listening. */
  readonly onMessage?: (listener: (message: ViewReply) => void) => () => void;
  /** What was last saved under this key, even before the page was reloaded. */
  loadState(key: string): unknown;
  saveState(key: string, state: unknown): void;
}
