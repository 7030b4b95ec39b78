import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { Random } from "../../kernel/random/random.js";

const frames = 16;
const emotions = ["Happy", "Sad", "Neutral", "Angry", "Surprise", "Disgust", "Fear"];
/** "all" for a whole pass. */
const batches = process.env.BATCHES ?? "40";
/** "DFEW" or "FERV39k" for one of them. */
const only = process.env.ONLY;

/**
 * Data sets of the size of the field's, as trees of hard links to a few pictures: DFEW (16,000 clips of 16 frames) and
 * FERV39k (39,000). Each is opened in a process of its own, which reads BATCHES batches of 16 clips and prints, for each fifth
 * of them, frames per second, memory in use less what is kept of frames, and open files.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-scale-"));
  try {
    const pictures = await drawPictures(folder);
    for (const [name, clips, write] of [
      ["DFEW", 16_000, writeDfew],
      ["FERV39k", 39_000, writeFerv39k],
    ] as const) {
      if (only !== undefined && only !== name) continue;
      const root = path.join(folder, name);
      write(root, Number(process.env.CLIPS ?? clips), pictures);
      const script = new URL("./data/openSet.ts", import.meta.url).pathname;
      const args = ["--import", "tsx", script, name, root, batches];
      const said = execFileSync(process.execPath, args, { encoding: "utf8" });
      row({ what: name, ...(JSON.parse(said) as Record<string, unknown>), targets: "5 s, 500 MB, 10 s" });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** File systems allow a file some 65,000 links. */
async function drawPictures(folder: string): Promise<string[]> {
  const names = Array.from({ length: 32 }, (_, number) => path.join(folder, `${number}.jpg`));
  for (const [number, name] of names.entries()) {
    const background = { r: 8 * number, g: 120, b: 200 - 4 * number };
    // no two of one size: copies are told by it
    const noise = { type: "gaussian", mean: 128, sigma: 2 + number } as const;
    await sharp({ create: { width: 224, height: 224, channels: 3, background, noise } })
      .jpeg()
      .toFile(name);
  }
  return names;
}

function writeDfew(root: string, clips: number, pictures: readonly string[]): void {
  const lines = Array.from({ length: clips }, (_, clip) => `${clip + 1},${(clip % 7) + 1}`);
  const table = path.join(root, "EmoLabel_DataSplit", "train(single-labeled)");
  mkdirSync(table, { recursive: true });
  writeFileSync(path.join(table, "set_1.csv"), ["video_name,label", ...lines].join("\n"));
  for (let clip = 0; clip < clips; clip++) {
    const name = String(clip + 1).padStart(5, "0");
    linkFrames(path.join(root, "Clip", "clip_224x224", name), clip, pictures);
  }
}

function writeFerv39k(root: string, clips: number, pictures: readonly string[]): void {
  const places = Array.from({ length: clips }, (_, clip) => {
    const emotion = emotions[clip % 7];
    return { emotion, place: `Scene${clip % 22}/${emotion}/${String(clip).padStart(5, "0")}` };
  });
  const lines = places.map(({ emotion, place }) => `${place} ${emotion}`);
  mkdirSync(path.join(root, "4_setups", "All_scenes"), { recursive: true });
  writeFileSync(path.join(root, "4_setups", "All_scenes", "train_All.csv"), lines.join("\n"));
  for (const [clip, { place }] of places.entries())
    linkFrames(path.join(root, "2_ClipsforFaceCrop", place), clip, pictures);
}

/** No two clips show the same pictures in the same order, as in a data set without copies. */
function linkFrames(folder: string, clip: number, pictures: readonly string[]): void {
  const random = new Random("frames", clip);
  mkdirSync(folder, { recursive: true });
  for (let frame = 0; frame < frames; frame++)
    linkSync(pictures[random.integer(pictures.length)], path.join(folder, `${frame + 1}.jpg`));
}

function row(values: Record<string, unknown>): void {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? +value.toFixed(2) : value,
  ]);
  console.log(JSON.stringify({ bench: "scale", ...(Object.fromEntries(entries) as object) }));
}
