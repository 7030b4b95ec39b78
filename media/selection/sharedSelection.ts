import type { ClipPayload, LabelsPayload } from "../../kernel/contracts/payloads/clips.js";

/** Clips selected in one view, which filter the others of the same notebook. */
export interface Selection {
  /** The view that selected; it does not filter itself. */
  readonly source: object;
  readonly clips: ReadonlySet<string>;
  /** E.g. "Sad taken for Happy". */
  readonly words: string;
}

/** A clip whose frames are in the notebook, from any view. */
export interface ClipWithFrames {
  readonly clip: ClipPayload;
  readonly labels: LabelsPayload;
}

/** What the views of one notebook share: the selected clips, and the frames that any of them has. */
export class SharedByViews {
  readonly clips = new Map<string, ClipWithFrames>();
  readonly #listeners = new Set<() => void>();
  #selection: Selection | null = null;

  get selection(): Selection | null {
    return this.#selection;
  }

  /** Selects clips for the whole notebook, or none. */
  select(selection: Selection | null): void {
    this.#selection = selection;
    this.#tell();
  }

  /** Takes a view's selection back when the view ends; another's stays. */
  deselect(source: object): void {
    if (this.#selection?.source === source) this.select(null);
  }

  /** Makes the frames of clips available to all views; frames with pictures stay when others without come. */
  offerFrames(clips: readonly ClipPayload[], labels: LabelsPayload): void {
    const isPictured = (id: string) => this.clips.get(id)?.clip.frames?.thumbnails !== undefined;
    let isNews = false;
    for (const clip of clips) {
      if (!clip.frames || (isPictured(clip.id) && !clip.frames.thumbnails)) continue;
      isNews ||= !this.clips.has(clip.id) || (clip.frames.thumbnails !== undefined && !isPictured(clip.id));
      this.clips.set(clip.id, { clip, labels });
    }
    if (isNews) this.#tell();
  }

  /** Calls back when the selection or the offered frames change; returns a function that stops this. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const key = Symbol.for("aen.sharedByViews.v2");

/** The one {@link SharedByViews} of a page with one notebook, even where several renderers were bundled separately. */
export function sharedByPage(): SharedByViews {
  const browser = globalThis as { [key]?: SharedByViews };
  return (browser[key] ??= new SharedByViews());
}
