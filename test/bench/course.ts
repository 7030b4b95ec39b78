import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { measuredAen } from "./studies/measuredAen.js";
import { inTemporaryFolder } from "./studies/inTemporaryFolder.js";

/** Seconds that each lesson of the course takes with its solutions, from `aen run` to its end, one JSON line each. */
export async function bench(): Promise<void> {
  execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
  const lessons = readdirSync("notebooks/course").filter((name) => name.endsWith(".ipynb"));
  await inTemporaryFolder(async (folder) => {
    for (const lesson of lessons) {
      const notebook = path.join("notebooks/course", lesson);
      const { seconds, memory } = await measuredAen("run", notebook, "--output", path.join(folder, lesson));
      const mebibytes = Math.round(memory / 2 ** 20);
      console.log(JSON.stringify({ bench: "course", lesson, seconds: Math.round(seconds), mebibytes }));
    }
  });
}
