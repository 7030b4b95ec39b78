import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dfewLabels } from "../../kernel/aen/labels.js";
import { followFace } from "../../kernel/aen/data/faces/followFace.js";
import { clips } from "../../kernel/aen/data/index.js";
import { readAnnotationList } from "../../kernel/aen/data/lists/annotationList.js";
import { decodeVideo } from "../../kernel/aen/data/video/decodeVideo.js";

const rounds = 3;

/** Import against plain ffmpeg writing the same frames, the detectors' rate, and a list of 200,000 lines. */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "aen-bench-"));
  try {
    await benchList(folder); // first: memory is still small then
    await benchImport(folder);
    await benchFaces();
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
    const frames = path.join(folder, `f${round}_%06d.jpg`);
    theirs.push(
      await seconds(() => execFileSync("ffmpeg", ["-v", "error", "-i", video, "-q:v", "2", frames])),
    );
  }
  const [a, b] = [median(ours), median(theirs)];
  row({
    what: "import 250 frames 640x360 to JPEG",
    oursPerSecond: 250 / a,
    ffmpegPerSecond: 250 / b,
    ratio: a / b,
  });
}

async function benchFaces(): Promise<void> {
  const video = path.resolve("../shared/data/sad-occluded-happy.mp4");
  if (!existsSync(video)) return row({ what: "faces", skipped: "the recording is not there" });
  const frames = Array.from({ length: 96 }, (_, frame) => frame);
  const follow = async () => followFace(video, (await decodeVideo(video, { frames })).pictures);
  await follow(); // compiles the networks
  row({ what: "faces found, frames per second", perSecond: frames.length / (await seconds(follow)) });
}

async function benchList(folder: string): Promise<void> {
  const lines = Array.from(
    { length: 200_000 },
    (_, line) => `clips/part${line % 100}/${line} ${16 + (line % 90)} ${line % 7}`,
  );
  const file = path.join(folder, "list.txt");
  writeFileSync(file, lines.join("\n"));
  lines.length = 0;
  const before = process.memoryUsage().rss;
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    times.push(await seconds(() => readAnnotationList(file, { labels: dfewLabels })));
  }
  const { user, system } = process.cpuUsage(cpu);
  const megabytes = (process.memoryUsage().rss - before) / 2 ** 20;
  const cpuSeconds = (user + system) / 1e6 / rounds;
  row({ what: "list of 200,000 lines", seconds: median(times), cpuSeconds, megabytesMore: megabytes });
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
