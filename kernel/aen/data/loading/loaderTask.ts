import type { ClipSource, OpenClip } from "../clip.js";
import { prepareClip, type Preparation } from "./prepareClip.js";
import { loadFrames, type NumberedFrame } from "./sharedFrames.js";

/** What a worker thread is asked for: the frames of one clip, read and prepared. */
export interface LoaderTask {
  readonly number: number;
  /** null when all frames are known. */
  readonly source: ClipSource | null;
  readonly frames: readonly number[];
  readonly known: readonly NumberedFrame[];
  /** Whether decoded frames are wanted back. */
  readonly keep: boolean;
  readonly preparation: Preparation;
}

/** What it answers. */
export type LoaderReply =
  | { readonly number: number; readonly pixels: Uint8Array; readonly decoded: readonly NumberedFrame[] }
  | { readonly number: number; readonly failed: string };

/** Does a task in the thread in which it is called. */
export async function doTask(task: LoaderTask): Promise<LoaderReply> {
  const { number, source, frames, preparation } = task;
  try {
    const clip = source ? await open(source) : nothingToRead;
    const wanted = { frames, known: new Map(task.known), keep: task.keep };
    const { pictures, decoded } = await loadFrames(clip, wanted);
    return { number, pixels: prepareClip(pictures, preparation), decoded };
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
