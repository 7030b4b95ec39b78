import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Target } from "./targets.js";

/**
 * npm installs the image libraries for this machine only; for another platform they are fetched into a separate
 * folder. ONNX Runtime ships binaries for all platforms.
 * @returns the folder with the node_modules for that platform
 * @throws Error with npm's message, when they cannot be fetched
 */
export function fetchForeignPackages(root: string, { name, platform, arch }: Target): string {
  const libraries = ["sharp", "@napi-rs/image"].map((each) => `${each}@${installedVersion(root, each)}`);
  const folder = path.join(root, "dist", "vsix", `${name}-packages`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "package.json"), "{}");
  const place = [`--os=${platform}`, `--cpu=${arch}`, ...(platform === "linux" ? ["--libc=glibc"] : [])];
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder];
  try {
    execFileSync("npm", ["install", ...options, ...place, ...libraries], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      shell: process.platform === "win32",
    });
  } catch (error) {
    const words = (error as { stderr?: string }).stderr?.trim() || String(error);
    throw new Error(
      `The image libraries for ${name} cannot be fetched from npm, so there is no package for it: ${words}`,
      {
        cause: error,
      },
    );
  }
  return folder;
}

function installedVersion(root: string, library: string): string {
  const manifest = readFileSync(path.join(root, "node_modules", library, "package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
