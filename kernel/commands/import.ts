import type { Command } from "commander";
import { progressLine, tell } from "./progress.js";
import { tellingErrors } from "./userErrors.js";

interface ImportCommandOptions {
  readonly to: string;
  readonly faces: boolean;
  readonly size: string;
  readonly format: string;
  readonly labels?: string;
  readonly groups?: string;
  readonly pattern?: string;
  readonly root?: string;
  readonly firstLabel?: string;
  readonly frameRate?: string;
  readonly faceShare: string;
  readonly keepGoing?: boolean;
  readonly allowIncomplete?: boolean;
  readonly person?: readonly string[];
}

/** `aen import`: turns videos into folders of frames with an annotation list. */
export function register(program: Command): void {
  program
    .command("import")
    .description(
      "turn videos into folders of aligned faces and an annotation list; continues where it stopped",
    )
    .argument("<videos...>", "videos, or patterns such as 'recordings/**/*.mp4'")
    .requiredOption("--to <folder>", "the folder to write into")
    .option("--no-faces", "use whole frames instead of finding and cropping the face")
    .option("--size <pixels>", "height and width of a face", "112")
    .option("--format <format>", "jpeg or png", "jpeg")
    .option("--labels <table>", "a CSV table with a path and a label column, and optionally the person shown")
    .option("--groups <columns>", "columns that say which groups a clip belongs to, e.g. sex,age")
    .option(
      "--pattern <pattern>",
      "what paths say where the table does not, e.g. 'data/{identity}/{label}/*.mp4'",
    )
    .option("--root <folder>", "the folder that the table's paths start at; the table's own by default")
    .option("--first-label <number>", "the number of the first emotion, where labels are numbers: 0 or 1")
    .option("--frame-rate <rate>", "resample to this many frames per second")
    .option(
      "--face-share <share>",
      "leave out videos of which a smaller share of frames shows a face, 0 to 1",
      "0.5",
    )
    .option("--keep-going", "skip videos that cannot be used")
    .option(
      "--person <choice>",
      "whose face: largest, central, left, right or a number of `aen people`; for one video: a.mp4=2",
      (choice: string, before: string[] | undefined) => [...(before ?? []), choice],
    )
    .option("--allow-incomplete", "use what can be decoded of truncated or damaged videos")
    .action((videos: string[], options: ImportCommandOptions) =>
      tellingErrors(() => importFiles(videos, options)),
    );
}

async function importFiles(videos: readonly string[], options: ImportCommandOptions): Promise<void> {
  const { writtenPersons } = await import("../aen/sources/video/writtenPersons.js");
  const { importVideos } = await import("../aen/sources/datasets/importVideos.js");
  const stopped = new AbortController();
  const stop = () => stopped.abort(new Error("Stopped. Run the same command again to continue."));
  process.once("SIGINT", stop);
  try {
    const { clips, list, failed } = await importVideos(videos, {
      to: options.to,
      faces: options.faces,
      size: number("--size", options.size, 16, 1024),
      format: formatOf(options.format),
      labels: options.labels,
      groups: options.groups?.split(",").map((column) => column.trim()),
      pattern: options.pattern,
      root: options.root,
      firstLabel:
        options.firstLabel === undefined ? undefined : number("--first-label", options.firstLabel, 0, 1),
      frameRate:
        options.frameRate === undefined ? undefined : number("--frame-rate", options.frameRate, 0.1, 1000),
      faceShare: number("--face-share", options.faceShare, 0, 1),
      keepGoing: options.keepGoing,
      allowIncomplete: options.allowIncomplete,
      person: writtenPersons(options.person ?? []),
      signal: stopped.signal,
      onProgress: (progress) => tell(progressLine(progress)),
    });
    tell("");
    for (const { file, reason } of failed)
      console.error(`left out: ${reason.startsWith(file) ? reason : `${file}: ${reason}`}`);
    console.log(
      `${clips.length} clips, ${clips.clips.reduce((sum, clip) => sum + clip.frameCount, 0)} frames: ${list}`,
    );
    if (failed.length > 0) process.exitCode = 1;
  } finally {
    process.off("SIGINT", stop);
  }
}

function number(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (value >= least && value <= most) return value;
  throw new Error(`${option} must be a number from ${least} to ${most}, got "${text}".`);
}

function formatOf(text: string): "jpeg" | "png" {
  if (text === "jpeg" || text === "png") return text;
  throw new Error(`--format must be jpeg or png, got "${text}".`);
}
