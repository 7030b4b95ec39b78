import { rm, stat } from "node:fs/promises";
import { makeFolder } from "../../../files/writeAtomically.js";
import { DataError } from "../../../files/dataError.js";
import type { ClipFacts } from "../../clips/clipFacts.js";
import type { FrameFolderClip } from "../images/frameFolderClip.js";
import { isOf, readRecord, type ClipRecord, type ImportRecipe } from "./clipRecord.js";
import { importWriteError } from "./importWriteError.js";
import { importedClip } from "./importedClip.js";
import { whileImporting } from "./importLock.js";
import type { ImportRun } from "./importStage.js";
import { placeClip, restoreClip } from "./placeClip.js";
import { tellOf } from "./tellOf.js";
import type { VideoFile } from "./videoFile.js";
import { writeFrames } from "./writeFrames.js";

/**
 * Converts a video to a folder of frames with `<folder>.json` next to it, and opens it as a clip. The folder appears
 * once it is complete; leftovers of an interrupted import are removed by the next, and an import in progress is awaited.
 * Nothing is decoded if the folder already exists, made from the same video with the same recipe.
 * @throws DataError when the video is unusable, contains no face, or the folder is in use by something else
 */
export async function importClip(
  video: VideoFile,
  folder: string,
  recipe: ImportRecipe,
  known: ClipFacts & { readonly id: string },
  run: ImportRun,
): Promise<FrameFolderClip> {
  const { name, bytes, changed } = video;
  const made = { kind: "aen clip", version: 1, source: { name, bytes, changed }, recipe } as const;
  const write = async (partial: string) => ({
    ...made,
    ...(await writeFrames(video, partial, recipe, run)),
  });
  const record =
    (await recordThere(folder, made, run)) ??
    (await whileImporting(folder, run.signal, async () => {
      await restoreClip(folder).catch((error: unknown) => {
        throw importWriteError(folder, error);
      });
      return (await recordThere(folder, made, run)) ?? (await writeClip(folder, write));
    }));
  tellOf(video, record.remarks);
  return importedClip(folder, record, known);
}

/** The record of an existing folder made with this recipe; undefined when it has to be made or remade. */
async function recordThere(
  folder: string,
  { source, recipe }: Pick<ClipRecord, "source" | "recipe">,
  { needsBoxes = false }: Pick<ImportRun, "needsBoxes">,
): Promise<ClipRecord | undefined> {
  const record = await readRecord(`${folder}.json`);
  if (!(await exists(folder))) return undefined;
  const suffices = !needsBoxes || record?.boxes !== undefined;
  if (record) return isOf(record, source, recipe) && suffices ? record : undefined;
  throw new DataError("this folder exists and was not made by an import. Choose another folder.", {
    file: folder,
  });
}

/** Writes frames and record so that both appear or neither does. */
async function writeClip(
  folder: string,
  write: (partial: string) => Promise<ClipRecord>,
): Promise<ClipRecord> {
  const partial = `${folder}.partial`;
  try {
    await rm(partial, { recursive: true, force: true });
    makeFolder(partial);
    const record = await write(partial);
    await placeClip(folder, partial, record);
    return record;
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => {});
    await restoreClip(folder).catch(() => {}); // the next import does
    throw importWriteError(folder, error);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
