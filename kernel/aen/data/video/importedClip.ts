import { createHash } from "node:crypto";
import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ClipFacts } from "../clipFacts.js";
import { checkFile } from "../images/checkFile.js";
import { FrameFolderClip } from "../images/frameFolderClip.js";
import { fromRuns, type ClipRecord, type ImportRecipe } from "./clipRecord.js";
import { frameFileName, writeError } from "./frameWriter.js";
import { importClip, type ImportRun } from "./importClip.js";

/** An imported video as a clip. */
export function importedClip(
  folder: string,
  record: ClipRecord,
  known: ClipFacts & { readonly id: string },
): FrameFolderClip {
  const { frameCount, frameRate, times, sights, source, recipe } = record;
  const files = Array.from({ length: frameCount }, (_, frame) =>
    path.join(folder, frameFileName(frame, recipe.format)),
  );
  const faceSights = sights ? fromRuns(sights) : undefined;
  const contentKey = JSON.stringify([source.name, source.bytes, recipe, frameCount]);
  return new FrameFolderClip(files, { ...known, frameRate, times, faceSights, contentKey });
}

/** Fills in what the user left open. */
export function recipeOf(options: Partial<ImportRecipe>, format: ImportRecipe["format"]): ImportRecipe {
  return {
    faces: options.faces ?? true,
    size: options.size ?? 112,
    format: options.format ?? format,
    frameRate: options.frameRate ?? null,
    longestSide: options.longestSide ?? 1280,
    withoutFace: options.withoutFace ?? "keep",
    allowIncomplete: options.allowIncomplete ?? false,
  };
}

/** Opens a video from the cache; looks through it first when it is not there, or when it has changed since. */
export async function cachedClip(
  file: string,
  known: ClipFacts & { readonly id: string },
  options: Partial<ImportRecipe> & { readonly cache?: string },
  run: ImportRun,
): Promise<FrameFolderClip> {
  await checkFile(file, "video");
  const recipe = recipeOf({ ...options, format: undefined }, "png");
  const { size, mtimeMs } = await stat(file);
  const key = JSON.stringify([path.resolve(file), size, Math.round(mtimeMs), recipe]);
  const digest = createHash("sha256").update(key).digest("hex").slice(0, 12);
  const cache = options.cache ?? path.join(".aen", "clips");
  await prepareCache(cache);
  const folder = path.resolve(cache, `${safeName(path.parse(file).name)}-${digest}`);
  return importedClip(folder, await importClip(file, folder, recipe, run), known);
}

async function prepareCache(cache: string): Promise<void> {
  try {
    await mkdir(cache, { recursive: true });
    await writeFile(path.join(cache, ".gitignore"), "*\n");
  } catch (error) {
    throw writeError(cache, error);
  }
}

/** A name that every file system takes and that annotation lists can hold: no spaces, no separators. */
export function safeName(name: string): string {
  const safe = name.normalize("NFC").replaceAll(/[^\p{L}\p{N}._-]+/gu, "_");
  return safe.replace(/^\.+/, "_").slice(0, 80) || "clip";
}
