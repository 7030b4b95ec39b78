import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The VSIX of this machine, packaged anew when the build is newer. */
export async function packagedExtension(): Promise<string> {
  const run = promisify(execFile);
  const vsix = path.join(root, "dist", "vsix", "tested.vsix");
  const node = (...parameters: string[]) =>
    run(process.execPath, parameters, { cwd: root, maxBuffer: 1 << 26, timeout: 600_000 });
  await node("esbuild.config.js", "--if-stale");
  const built = statSync(path.join(root, "dist", "built")).mtimeMs;
  if (!existsSync(vsix) || statSync(vsix).mtimeMs < built)
    await node("--import", "tsx", "extension/packaging/main.ts", "--out", vsix);
  return vsix;
}
