import path from "node:path";
import type { Clip } from "../../clips/clip.js";

/**
 * Says which folders of frames look incomplete or mixed by the names in them: numbers that skip, and pictures of several
 * formats, of which some may be no frames (masks, a preview).
 * @param source the file or folder of the clips
 * @returns at most one sentence of each
 */
export async function remarksOnNames(clips: readonly Clip[], source: string): Promise<string[]> {
  const gaps: string[] = [];
  const mixed: string[] = [];
  for (const clip of clips) {
    if (!clip.frameSizes || !clip.contentFiles) continue;
    const names = (await clip.contentFiles()).map((file) => path.basename(file));
    if (names.length !== clip.frameCount) continue; // made from a recording, or a part of the folder
    const missing = firstMissing(names);
    if (missing !== null) gaps.push(`"${clip.id}", which has no frame ${missing}`);
    const formats = formatsOf(names);
    if (formats.length > 1) mixed.push(`"${clip.id}" (${formats.join(" and ")})`);
  }
  return [
    ...said(
      gaps,
      "the numbers of frames skip",
      "Frames may be lost; their times are taken as even all the same.",
      source,
    ),
    ...said(
      mixed,
      "pictures have several formats",
      "All are read as frames: move those that are none.",
      source,
    ),
  ];

  function said(found: readonly string[], what: string, advice: string, of: string): string[] {
    if (found.length === 0) return [];
    return [`${of}: ${what} in ${found.length} of ${clips.length} clips, first ${found[0]}. ${advice}`];
  }
}

/** The number that should come where the steps between numbers, otherwise even, grow; null where they do not. */
function firstMissing(names: readonly string[]): number | null {
  const numbers = names.map((name) => /(\d+)\D*$/.exec(path.parse(name).name)?.[1]).map(Number);
  if (numbers.length < 4 || numbers.some(Number.isNaN)) return null;
  const steps = numbers.slice(1).map((number, at) => number - numbers[at]);
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1];
  const even = steps.filter((step) => step === usual).length;
  if (usual <= 0 || even < 0.5 * steps.length) return null;
  const at = steps.findIndex((step) => step > usual && step % usual === 0);
  return at < 0 ? null : numbers[at] + usual;
}

/** In lower case, with .jpg and .jpeg as one. */
function formatsOf(names: readonly string[]): string[] {
  const formats = names.map((name) => path.extname(name).toLowerCase().replace(".jpeg", ".jpg"));
  return [...new Set(formats)];
}
