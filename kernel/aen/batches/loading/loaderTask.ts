import type { ClipSource, OpenClip } from "../../clips/clip.js";
import { prepareClip, type Preparation } from "./prepareClip.js";
import { loadFrames, type LoadedFrames, type NumberedFrame } from "./sharedFrames.js";

/** A job for a worker thread: the frames of one clip, to be read and prepared. */
export interface LoaderTask {
  readonly number: number;
  /** null when all frames are known. */
  readonly source: ClipSource | null;
  readonly frames: readonly number[];
  readonly known: readonly NumberedFrame[];
  /** Whether to send decoded frames back. */
  readonly keep: boolean;
  readonly preparation: Preparation;
}

/** The worker's answer. */
export type LoaderReply =
  | ({ readonly number: number; readonly pixels: Uint8Array } & Pick<LoadedFrames, "decoded" | "damaged">)
  | { readonly number: number; readonly failed: string };

/** Runs a task in the calling thread. */
export async function doTask(task: LoaderTask): Promise<LoaderReply> {
  const { number, source, frames, preparation } = task;
  try {
    const clip = source ? await open(source) : nothingToRead;
    const wanted = { frames, known: new Map(task.known), keep: task.keep };
    const { pictures, decoded, damaged } = await loadFrames(clip, wanted);
    return { number, pixels: prepareClip(pictures, preparation), decoded, damaged };
  } catch (error) {
    return { number, failed: String(error) };
  }
}

async function open({ module, data }: ClipSource): Promise<ReturnType<OpenClip>> {
  const { openClip } = (await import(module)) as { openClip: OpenClip };
  return openClip(data);
}

const nothingToRead: ReturnType<OpenClip> = {
  read: () => Promise.reject(new Error("All frames of this clip should be known.")),
};
