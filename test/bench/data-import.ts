import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { followFace } from "../../kernel/faces/followFace.js";
import { clips } from "../../kernel/aen/sources/index.js";
import type { Picture } from "../../kernel/images/picture.js";
import { decodeVideo } from "../../kernel/aen/sources/video/decodeVideo.js";
import { openVideo } from "../../kernel/aen/sources/video/videoFile.js";

const rounds = 3;

/** Import against plain ffmpeg writing the same frames, the detectors' rate, and a list of 200,000 lines. */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
  try {
    await benchList(folder); // first: memory is still small then
    await benchImport(folder);
    await benchFaces(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchImport(folder: string): Promise<void> {
  const video = path.join(folder, "video.mp4");
  const source = ["-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25"];
  execFileSync("ffmpeg", ["-v", "error", ...source, "-frames:v", "250", "-pix_fmt", "yuv420p", video]);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(
      await seconds(() => clips.importVideos(video, { faces: false, to: path.join(folder, `ours${round}`) })),
    );
    theirs.push(await seconds(() => writeWithFfmpeg(video, folder, round)));
  }
  const [a, b] = [median(ours), median(theirs)];
  row({
    what: "import 250 frames 640x360 to JPEG, without faces",
    oursPerSecond: 250 / a,
    ffmpegPerSecond: 250 / b,
    timesFfmpegsTime: a / b,
  });
}

/** The same frames by ffmpeg alone: same quality, colour at full resolution. */
function writeWithFfmpeg(video: string, folder: string, round: number): void {
  const encoding = ["-pix_fmt", "yuvj444p", "-q:v", "2"];
  const frames = path.join(folder, `f${round}_%06d.jpg`);
  execFileSync("ffmpeg", ["-v", "error", "-y", "-i", video, ...encoding, frames]);
}

/** Import with faces against ffmpeg writing the frames plus the detection of the same, decoded frames alone. */
async function benchFaces(folder: string): Promise<void> {
  const recording = path.resolve("../shared/data/sad-occluded-happy.mp4");
  if (!existsSync(recording)) return row({ what: "faces", skipped: "the recording is not there" });
  const video = path.join(folder, "face.mp4");
  execFileSync("ffmpeg", ["-v", "error", "-i", recording, "-frames:v", "120", "-an", video]);
  const pictures: Picture[] = [];
  for await (const picture of (await decodeVideo(await openVideo(video))).pictures) pictures.push(picture);
  const detect = async () => {
    await followFace(
      video,
      (async function* () {
        yield* pictures;
      })(),
    );
  };
  await detect(); // compiles the networks
  const times = { ours: [] as number[], ffmpeg: [] as number[], detection: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const to = path.join(folder, `faces${round}`);
    times.ours.push(await seconds(() => clips.importVideos(video, { to })));
    times.ffmpeg.push(await seconds(() => writeWithFfmpeg(video, folder, round)));
    times.detection.push(await seconds(detect));
  }
  const [ours, ffmpeg, detection] = [times.ours, times.ffmpeg, times.detection].map(median);
  row({
    what: `import ${pictures.length} frames to JPEG, with faces`,
    oursPerSecond: pictures.length / ours,
    ffmpegPerSecond: pictures.length / ffmpeg,
    detectionPerSecond: pictures.length / detection,
    timesFfmpegPlusDetection: ours / (ffmpeg + detection),
  });
}

async function benchList(folder: string): Promise<void> {
  const lines = Array.from(
    { length: 200_000 },
    (_, line) => `clips/part${line % 100}/${line} ${16 + (line % 90)} ${line % 7}`,
  );
  const file = path.join(folder, "list.txt");
  writeFileSync(file, lines.join("\n"));
  const script = new URL("./data/readList.ts", import.meta.url).pathname;
  const said = execFileSync(process.execPath, ["--import", "tsx", script, file], { encoding: "utf8" });
  row({ what: "list of 200,000 lines", ...(JSON.parse(said) as object), targets: "2 s, 300 MB" });
}

async function seconds(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function row(values: Record<string, unknown>): void {
  const rounded = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "number" ? +value.toFixed(3) : value,
  ]);
  console.log(JSON.stringify(Object.fromEntries(rounded)));
}
