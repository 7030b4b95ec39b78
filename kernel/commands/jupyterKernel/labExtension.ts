import { existsSync, readFileSync } from "node:fs";
import { cp, readdir, rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { makeFolder, writeAtomically } from "../../files/writeAtomically.js";
import { packageRoot, productVersion } from "../../files/packageRoot.js";
import { isLeftover, isOurKernel, marker } from "./kernelSpec.js";

/** Where JupyterLab and Notebook 7 find our extension, which draws the views. */
export function labExtensionFolder(dataFolder: string): string {
  return path.join(dataFolder, "labextensions", "aen-notebook");
}

/**
 * Lays down the prebuilt extension of JupyterLab. Its scripts go beside those of an older one of ours, which stay until the
 * description, written last, names the new ones.
 * @returns its folder; null where the views have not been built
 * @throws Error where the folder holds something that is not ours
 */
export async function installLabExtension(dataFolder: string): Promise<string | null> {
  const built = path.join(packageRoot, "dist", "media");
  const folder = labExtensionFolder(dataFolder);
  if (!existsSync(path.join(built, entry))) return null;
  if (await isForeign(folder))
    throw new Error(
      `${folder} holds an extension that aen has not installed. Move it away and install again.`,
    );
  const [others, scripts] =
    presentScripts(folder) === scriptFolders[0] ? scriptFolders : [...scriptFolders].reverse();
  await rm(path.join(folder, scripts), { recursive: true, force: true });
  for (const part of ["chunks", "jupyterlab"])
    await cp(path.join(built, part), path.join(folder, scripts, part), { recursive: true });
  makeFolder(folder);
  writeAtomically(path.join(folder, "package.json"), `${JSON.stringify(description(scripts), null, 2)}\n`);
  await rm(path.join(folder, others), { recursive: true, force: true });
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
/** Where the scripts are, in turn. */
const scriptFolders: readonly string[] = ["static", "static-2"];

/** As `jupyter labextension build` would write it. */
function description(scripts: string): object {
  return {
    name: "aen-notebook",
    version: productVersion,
    description: "Draws the views of AEN Notebook in JupyterLab and Notebook 7, and shows its exercises.",
    license: "Apache-2.0",
    installed_by: marker,
    jupyterlab: { extension: true, _build: { load: `${scripts}/${entry}`, extension: "./extension" } },
  };
}

async function removeFiles(folder: string): Promise<void> {
  await rm(path.join(folder, "package.json"), { force: true });
  for (const scripts of scriptFolders) await rm(path.join(folder, scripts), { recursive: true, force: true });
}

/** Whether something is in the folder that is neither ours nor what an installation that failed has left. */
async function isForeign(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => !scriptFolders.includes(name) && !isLeftover(name)) && !isOurs(folder);
}

function isOurs(folder: string): boolean {
  return descriptionThere(folder)?.installed_by === marker;
}

/** The folder that the description names. */
function presentScripts(folder: string): string | undefined {
  return descriptionThere(folder)?.jupyterlab?._build?.load?.split("/")[0];
}

interface Description {
  readonly installed_by?: string;
  readonly jupyterlab?: { readonly _build?: { readonly load?: string } };
}

function descriptionThere(folder: string): Description | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Description;
  } catch {
    return undefined;
  }
}
