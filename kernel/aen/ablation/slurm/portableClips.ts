import path from "node:path";
import type { Clip, ClipSource, OpenClip } from "../../clips/clip.js";
import { ClipSet } from "../../clips/clipSet.js";
import { LabelSet } from "../../labels.js";
import { storeFrames } from "./storedFrames.js";

/** A label set as plain data. */
export interface PortableLabels {
  readonly emotions: readonly string[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

type ClipFacts = Pick<
  Clip,
  | "id"
  | "label"
  | "identity"
  | "peopleOf"
  | "groups"
  | "frameCount"
  | "frameRate"
  | "truth"
  | "faceSights"
  | "contentKey"
>;

/** Clip sets as data that can be cloned; clips shared by several sets appear once. */
export interface PortableClips {
  readonly clips: readonly (ClipFacts & { readonly source: ClipSource })[];
  readonly sets: readonly { readonly labels: PortableLabels; readonly clips: readonly number[] }[];
}

/**
 * Collects clip sets. A clip that worker threads can open is written as what they need to open it (a recipe, the paths
 * of its frames); the frames of any other clip, e.g. one made in a cell, are written to files once.
 */
export class ClipWriter {
  readonly #sets = new Map<ClipSet, number>();
  readonly #places = new Map<Clip, number>();

  /** @returns the index of the set in {@link PortableClips.sets} */
  add(set: ClipSet): number {
    const place = this.#sets.get(set) ?? this.#sets.size;
    this.#sets.set(set, place);
    for (const clip of set) if (!this.#places.has(clip)) this.#places.set(clip, this.#places.size);
    return place;
  }

  /** @param folder where frames that exist nowhere else are written */
  async write(folder: string): Promise<PortableClips> {
    const clips: PortableClips["clips"][number][] = [];
    for (const clip of this.#places.keys()) {
      clips.push({ ...factsOf(clip), source: await sourceOf(clip, folder) });
    }
    const sets = [...this.#sets.keys()].map((set) => ({
      labels: portableLabels(set.labels),
      clips: set.clips.map((clip) => this.#places.get(clip)!),
    }));
    return { clips, sets };
  }
}

/** The sets that {@link ClipWriter} wrote. */
export async function readClips({ clips, sets }: PortableClips): Promise<ClipSet[]> {
  const opened = await Promise.all(clips.map(openPortable));
  return sets.map(
    ({ labels, clips: places }) =>
      new ClipSet(
        places.map((place) => opened[place]),
        labelsFrom(labels),
      ),
  );
}

export function portableLabels({ emotions, groups }: LabelSet): PortableLabels {
  const named = groups.map(({ name, emotions: members }) => [name, members.map((index) => emotions[index])]);
  return { emotions, groups: Object.fromEntries(named) as PortableLabels["groups"] };
}

export function labelsFrom({ emotions, groups }: PortableLabels): LabelSet {
  return new LabelSet(emotions, groups);
}

function factsOf(clip: Clip): ClipFacts {
  const { id, label, identity, peopleOf, groups, frameCount, frameRate, truth, faceSights, contentKey } =
    clip;
  const known = { id, label, identity, groups, frameCount, frameRate, truth, contentKey };
  return { ...known, ...(peopleOf !== undefined && { peopleOf }), ...(faceSights && { faceSights }) };
}

async function sourceOf(clip: Clip, folder: string): Promise<ClipSource> {
  if (clip.source) return clip.source;
  const data = await storeFrames(clip, path.join(folder, "frames"));
  return { module: new URL("./storedFrames.js", import.meta.url).href, data };
}

async function openPortable({ source, ...facts }: PortableClips["clips"][number]): Promise<Clip> {
  const { openClip } = (await import(source.module)) as { openClip: OpenClip };
  return { ...facts, source, ...openClip(source.data) };
}
