import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";

/** Clips selected in one view of the page, which filter the others. */
export interface Selection {
  /** The view that selected; it does not filter itself. */
  readonly source: object;
  readonly clips: ReadonlySet<string>;
  /** E.g. "Sad taken for Happy". */
  readonly words: string;
}

/** A clip whose frames are in the page, from any view. */
export interface ClipWithFrames {
  readonly clip: ClipPayload;
  readonly labels: LabelsPayload;
}

/** What the views of one page share. */
export interface SharedByViews {
  selection: Selection | null;
  readonly clips: Map<string, ClipWithFrames>;
  readonly listeners: Set<() => void>;
}

const key = Symbol.for("aen.sharedByViews.v1");

/** The page's one {@link SharedByViews}, even where several renderers were bundled separately. */
export function sharedByViews(): SharedByViews {
  const browser = globalThis as { [key]?: SharedByViews };
  return (browser[key] ??= { selection: null, clips: new Map(), listeners: new Set() });
}

/** Selects clips for the whole page, or none. */
export function select(selection: Selection | null): void {
  const shared = sharedByViews();
  shared.selection = selection;
  tell(shared);
}

/** Makes the frames of clips available to all views. */
export function offerFrames(clips: readonly ClipPayload[], labels: LabelsPayload): void {
  const shared = sharedByViews();
  const before = shared.clips.size;
  for (const clip of clips) if (clip.frames) shared.clips.set(clip.id, { clip, labels });
  if (shared.clips.size !== before) tell(shared);
}

function tell(shared: SharedByViews): void {
  for (const listener of [...shared.listeners]) listener();
}

/** Calls back when the selection or the offered frames change; returns a function that stops this. */
export function onSharedChange(listener: () => void): () => void {
  const { listeners } = sharedByViews();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
