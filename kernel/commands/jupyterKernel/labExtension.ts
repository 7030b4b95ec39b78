import { existsSync, readFileSync } from "node:fs";
import { cp, readdir, rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { makeFolder, writeAtomically } from "../../files/writeAtomically.js";
import { packageRoot, productVersion } from "../../files/packageRoot.js";
import { isOurKernel, marker } from "./kernelSpec.js";

/** Where JupyterLab and Notebook 7 find our extension, which draws the views. */
export function labExtensionFolder(dataFolder: string): string {
  return path.join(dataFolder, "labextensions", "aen-notebook");
}

/**
 * Lays down the prebuilt extension of JupyterLab; an older one of ours makes way.
 * @returns its folder; null where the views have not been built
 * @throws Error where the folder holds something that is not ours
 */
export async function installLabExtension(dataFolder: string): Promise<string | null> {
  const built = path.join(packageRoot, "dist", "media");
  const folder = labExtensionFolder(dataFolder);
  if (!existsSync(path.join(built, entry))) return null;
  if ((await readdir(folder).catch(() => [])).length > 0 && !isOurs(folder))
    throw new Error(
      `${folder} holds an extension that aen has not installed. Move it away and install again.`,
    );
  await removeFiles(folder);
  for (const part of ["chunks", "jupyterlab"])
    await cp(path.join(built, part), path.join(folder, "static", part), { recursive: true });
  makeFolder(folder);
  writeAtomically(path.join(folder, "package.json"), `${JSON.stringify(description(), null, 2)}\n`);
  return folder;
}

/** Removes the extension with the last of our kernels. @returns the folder that was removed, null where none was */
export async function uninstallLabExtension(dataFolder: string): Promise<string | null> {
  const folder = labExtensionFolder(dataFolder);
  const kernels = path.join(dataFolder, "kernels");
  const left = (await readdir(kernels).catch(() => [])).filter((name) =>
    isOurKernel(path.join(kernels, name)),
  );
  if (left.length > 0 || !isOurs(folder)) return null;
  await removeFiles(folder);
  await rmdir(folder).catch(() => {});
  return folder;
}

const entry = "jupyterlab/remoteEntry.script.js";

/** As `jupyter labextension build` would write it. */
function description(): object {
  return {
    name: "aen-notebook",
    version: productVersion,
    description: "Draws the views of AEN Notebook in JupyterLab and Notebook 7, and shows its exercises.",
    license: "Apache-2.0",
    installed_by: marker,
    jupyterlab: { extension: true, _build: { load: `static/${entry}`, extension: "./extension" } },
  };
}

async function removeFiles(folder: string): Promise<void> {
  await rm(path.join(folder, "package.json"), { force: true });
  await rm(path.join(folder, "static"), { recursive: true, force: true });
}

function isOurs(folder: string): boolean {
  try {
    const text = readFileSync(path.join(folder, "package.json"), "utf8");
    return (JSON.parse(text) as { installed_by?: unknown }).installed_by === marker;
  } catch {
    return false;
  }
}
