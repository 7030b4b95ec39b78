import type { Clip } from "./clip.js";

/**
 * Clips of one or several sets, to ask whether another clip is among them. Ids are unique only within a set: two data sets
 * may both have a "001/1.mp4". A clip is the same where id and content are.
 */
export class KnownClips {
  readonly #byId = new Map<string, Clip[]>();

  constructor(clips: Iterable<Clip>) {
    for (const clip of clips) this.add(clip);
  }

  add(clip: Clip): void {
    const others = this.#byId.get(clip.id);
    if (others) others.push(clip);
    else this.#byId.set(clip.id, [clip]);
  }

  has(clip: Clip): boolean {
    return this.#byId.get(clip.id)?.some((other) => isSame(clip, other)) ?? false;
  }

  /** Whether any of the clips has this id, for what is known by its id alone. */
  hasId(id: string): boolean {
    return this.#byId.has(id);
  }
}

/** A content key that tells nothing of the content, for clips whose files are not looked at when they are opened. */
export function keyByName({ id, frameCount }: Pick<Clip, "id" | "frameCount">): string {
  return `${id} ${frameCount}`;
}

function isSame(clip: Clip, other: Clip): boolean {
  if (clip === other) return true;
  if (clip.contentKey !== other.contentKey) return false;
  return !(isOnlyNamed(clip) && isOnlyNamed(other)) || placeOf(clip) === placeOf(other);
}

/** Stills taken from a clip have its key, too, with their frame behind it. */
function isOnlyNamed({ id, frameCount, contentKey }: Clip): boolean {
  const [, of, frame] = /^(.*) frame (\d+)$/s.exec(id) ?? [];
  if (contentKey === undefined || contentKey === keyByName({ id, frameCount })) return true;
  return frame !== undefined && contentKey.startsWith(`${of} `) && contentKey.endsWith(` frame ${frame}`);
}

/** Where its frames are read from; "null" for a clip that only code can read. */
function placeOf({ source }: Clip): string {
  return JSON.stringify(source ?? null);
}
