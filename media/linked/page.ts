import type { ClipPayload, LabelsPayload } from "../../kernel/aen/views/payload/clips.js";

/** Clips that are selected in one view of the page and thereby filter the others. */
export interface Selection {
  /** The view that selected; it does not filter itself. */
  readonly source: object;
  readonly clips: ReadonlySet<string>;
  /** E.g. "Sad taken for Happy". */
  readonly words: string;
}

/** A clip whose frames are in the page, from whichever view. */
export interface ClipWithFrames {
  readonly clip: ClipPayload;
  readonly labels: LabelsPayload;
}

/** What the views of one page share. */
export interface LinkedPage {
  selection: Selection | null;
  readonly clips: Map<string, ClipWithFrames>;
  readonly listeners: Set<() => void>;
}

const key = Symbol.for("aen.linkedPage.v1");

/** The page's one {@link LinkedPage}, also when several renderers were loaded apart. */
export function linkedPage(): LinkedPage {
  const page = globalThis as { [key]?: LinkedPage };
  return (page[key] ??= { selection: null, clips: new Map(), listeners: new Set() });
}

/** Selects clips for the whole page, or none. */
export function select(selection: Selection | null): void {
  const page = linkedPage();
  page.selection = selection;
  tell(page);
}

/** Makes the frames of clips known to all views. */
export function offerFrames(clips: readonly ClipPayload[], labels: LabelsPayload): void {
  const page = linkedPage();
  const before = page.clips.size;
  for (const clip of clips) if (clip.frames) page.clips.set(clip.id, { clip, labels });
  if (page.clips.size !== before) tell(page);
}

function tell(page: LinkedPage): void {
  for (const listener of [...page.listeners]) listener();
}

/** Calls back when the selection or the offered frames change; gives back a function that ends it. */
export function onLinkedChange(listener: () => void): () => void {
  const { listeners } = linkedPage();
  listeners.add(listener);
  return () => listeners.delete(listener);
}
