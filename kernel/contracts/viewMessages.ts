/**
 * Messages between a rendered view and the kernel. A renderer posts {@link ViewRequest}s through VS Code's
 * renderer messaging, the extension forwards them to the kernel as comm messages (target {@link viewCommTarget}),
 * and the kernel's answers, {@link ViewReply}s, come back the same way. Without a kernel, nothing is posted and the
 * view offers only what its own payload contains.
 */
export const viewCommTarget = "aen.view";

/** Asks a training run to pause, resume, or stop after the current step. */
export interface RunControlRequest {
  readonly type: "run-control";
  /** The `run` of a training board's or the `study` of an ablation board's payload. */
  readonly run: string;
  readonly action: "pause" | "resume" | "stop";
}

/**
 * Asks whether a run or study is still running in the kernel, which the board of a saved notebook cannot know;
 * answered by a {@link RunAliveReply}.
 */
export interface RunAliveRequest {
  readonly type: "run-alive";
  /** The `run` of a training board's or the `study` of an ablation board's payload. */
  readonly run: string;
}

/** Asks for a clip's frames that the payload does not contain; answered by a {@link ClipFramesReply}. */
export interface ClipFramesRequest {
  readonly type: "clip-frames";
  readonly request: string;
  readonly clip: string;
  /** The clip's `emotion` scores in the payload; they distinguish evaluations of the same clip. */
  readonly emotion?: readonly (number | null)[];
}

/** Asks for the result with other settings; answered by a {@link WhatIfReply} with the same `request`. */
export interface WhatIfRequest {
  readonly type: "what-if";
  readonly request: string;
  /** The `study` of a what-if payload. */
  readonly study: string;
  /** Weight of each loss term by name. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Asks the front end to insert code in a new cell below the view's cell. */
export interface InsertCellRequest {
  readonly type: "insert-cell";
  readonly code: string;
}

/** Asks the front end to go on with an interrupted run, in the cell that shows its board. */
export interface ResumeRunRequest {
  readonly type: "resume-run";
  /** The `run` of a training board's payload. */
  readonly run: string;
}

/** Asks the front end for the language that views shall speak; answered by a {@link LanguageReply}. */
export interface LanguageRequest {
  readonly type: "language";
}

export type ViewRequest =
  | LanguageRequest
  | ResumeRunRequest
  | RunControlRequest
  | RunAliveRequest
  | ClipFramesRequest
  | WhatIfRequest
  | InsertCellRequest;

export interface RunAliveReply {
  readonly type: "run-alive";
  /** The run in question; null means all runs, after the kernel has ended. */
  readonly run: string | null;
  /** Whether it can be paused, resumed and stopped. */
  readonly alive: boolean;
}

/** What a view is told where no kernel is there to answer. @param run null for all runs, after the kernel has ended */
export function noRunIsAlive(run: string | null): RunAliveReply {
  return { type: "run-alive", run, alive: false };
}

export interface ClipFramesReply {
  readonly type: "clip-frames";
  readonly request: string;
  /** A ClipPayload with `frames`; absent when the clip can no longer be read. */
  readonly clip?: unknown;
  /** Why there is no clip, for display. */
  readonly message?: string;
}

export interface WhatIfReply {
  readonly type: "what-if";
  readonly request: string;
  /** A WhatIfPoint of the what-if payload; absent when the training failed. */
  readonly point?: unknown;
  readonly message?: string;
  /** Progress of the computation, 0..1. */
  readonly progress?: number;
}

/** The language that views speak from now on; also told whenever it changes. */
export interface LanguageReply {
  readonly type: "language";
  readonly language: "en" | "de";
}

export type ViewReply = LanguageReply | RunAliveReply | ClipFramesReply | WhatIfReply;
