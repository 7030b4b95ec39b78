import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { DataError } from "../../../files/dataError.js";
import { sampleOfFile } from "../../../files/sampleOfFile.js";
import type { Clip } from "../../clips/clip.js";
import { Breath } from "./breath.js";

/**
 * Says which clips are copies of others, or links to them: what lies in one place once links are followed, a video of equal
 * size, a folder with pictures of equal names, and equal bytes in some places. A split can put copies on both sides, and two
 * labels of one recording cannot both be right. Stills that are told apart by their checksums are not looked at.
 * @param source the file or folder of the clips
 * @returns at most one sentence
 */
export async function remarksOnCopies(
  clips: readonly Clip[],
  source: string,
  signal?: AbortSignal,
): Promise<string[]> {
  if (clips.length < 2) return [];
  const groups = (await copiesAmong(clips, signal)).filter((group) => group.length > 1);
  if (groups.length === 0) return [];
  const copies = groups.reduce((sum, group) => sum + group.length - 1, 0);
  const otherwise = groups.filter((group) => new Set(group.map(({ label }) => label)).size > 1).length;
  const [[one, other]] = groups;
  const verb =
    copies === 1 ? "is a copy of another, or a link to it" : "are copies of others, or links to them";
  return [
    `${source}: ${copies} of ${clips.length} clips ${verb} ("${other.id}" of "${one.id}")` +
      `${otherwise > 0 ? `, ${otherwise} of them with another label` : ""}. A split can put copies on both sides: remove them.`,
  ];
}

/** All clips that could be looked at, in groups of equal place or content. */
async function copiesAmong(clips: readonly Clip[], signal?: AbortSignal): Promise<Clip[][]> {
  const atPlace = new Map<string, Clip[]>();
  const ofSize = new Map<string, Clip[][]>();
  const breath = new Breath();
  for (const clip of clips) {
    await breath.take();
    signal?.throwIfAborted();
    const [first, ...others] = await filesOf(clip);
    const place = first === undefined ? null : placeOf(first);
    if (place === null) continue;
    const isKnown = atPlace.has(place);
    add(atPlace, place, clip);
    const size = sizeOf(others[others.length >> 1] ?? first);
    if (!isKnown && size !== null) add(ofSize, `${others.length} ${size}`, atPlace.get(place)!);
  }
  const alike = [...ofSize.values()].filter((places) => places.length > 1);
  const merged = await Promise.all(alike.map((places) => ofOneContent(places)));
  const looked = new Set(alike.flat());
  return [...merged.flat(), ...[...atPlace.values()].filter((group) => !looked.has(group))];
}

/** The clips of several places, those of equal content together. */
async function ofOneContent(places: readonly (readonly Clip[])[]): Promise<Clip[][]> {
  const groups = new Map<string, Clip[]>();
  for (const [at, here] of places.entries()) {
    const files = await filesOf(here[0]);
    const names = files.length === 1 ? [] : files.map((file) => path.basename(file));
    const content = samplesOf([files[0], files[files.length >> 1], files[files.length - 1]]) ?? at;
    for (const clip of here) add(groups, JSON.stringify([names, content]), clip);
  }
  return [...groups.values()];
}

/** The files of its content; none where they are not there yet, which their reading says. */
async function filesOf(clip: Clip): Promise<readonly string[]> {
  if (!clip.contentFiles || clip.contentKey?.startsWith("sha256:")) return [];
  try {
    return await clip.contentFiles();
  } catch (error) {
    if (error instanceof DataError) return [];
    throw error;
  }
}

/** What is in some files, each looked at once; null where one is missing. */
function samplesOf(files: readonly string[]): string[] | null {
  const each = [...new Set(files)];
  return each.every((file) => sizeOf(file) !== null) ? each.map((file) => sampleOfFile(file)) : null;
}

function placeOf(file: string): string | null {
  try {
    return realpathSync.native(file);
  } catch {
    return null;
  }
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

function add<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const there = groups.get(key);
  if (there) there.push(value);
  else groups.set(key, [value]);
}
