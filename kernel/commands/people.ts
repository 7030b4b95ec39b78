import path from "node:path";
import type { Command } from "commander";
import { writeAtomically } from "../files/writeAtomically.js";
import { progressLine, tell } from "./progress.js";
import { tellingErrors } from "./userErrors.js";

interface PeopleCommandOptions {
  readonly to?: string;
}

/** `aen people`: who is seen in videos, with the numbers that `--person` takes. */
export function register(program: Command): void {
  program
    .command("people")
    .description("say who is seen in videos, with the numbers that --person of import and predict takes")
    .argument("<videos...>", "videos, or patterns such as 'recordings/**/*.mp4'")
    .option(
      "--to <folder>",
      "write a contact sheet of each video's people, VIDEO.people.png, into this folder",
    )
    .action((videos: string[], options: PeopleCommandOptions) =>
      tellingErrors(() => tellPeople(videos, options)),
    );
}

async function tellPeople(videos: readonly string[], { to }: PeopleCommandOptions): Promise<void> {
  const { expandFiles } = await import("../aen/sources/video/expandFiles.js");
  const { peopleOfVideo } = await import("../aen/sources/video/peopleOfVideo.js");
  for (const file of await expandFiles(videos)) {
    const people = await peopleOfVideo(file, { onProgress: (progress) => tell(progressLine(progress)) });
    tell("");
    console.log(String(people));
    if (to === undefined) continue;
    const sheet = path.join(to, `${path.basename(file)}.people.png`);
    writeAtomically(sheet, await people.sheet());
    console.log(`  ${sheet}`);
  }
}
