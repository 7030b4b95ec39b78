import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drawVideo } from "../../kernel/aen/sources/video/testVideo.js";
import type { Row } from "../row.js";
import { cacheFaults, codes, fileFaults, importFaults, replacingFaults } from "./diskFaults.js";

/** Lets every call fail by which files, compiled steps and frames are written. */
export async function attack(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-faults-"));
  try {
    const video = drawVideo(path.join(folder, "video.mp4"), 3, "32x24");
    return [
      await fileFaults(folder, codes),
      await cacheFaults(folder, codes),
      await importFaults(path.join(folder, "imports"), video, codes),
      await replacingFaults(path.join(folder, "imports"), video, codes),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
