import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../../../../../shared/data/", import.meta.url);

/** A recorded clip that lies outside of the project; the test is skipped with a message where it is absent. */
export function realClip(context: Mocha.Context, name: "sad-occluded-happy.mp4" | "no-face.mp4"): string {
  const file = fileURLToPath(new URL(name, folder));
  if (!existsSync(file)) {
    console.log(`      (skipped: ${name} is not there)`);
    context.skip();
  }
  return file;
}
