import { readdir, readFile, rm, rmdir } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { makeFolder, writeAtomically } from "../files/writeAtomically.js";
import { dataFolder, type Place } from "./jupyterKernel/dataFolder.js";
import { isLeftover, isOurKernel, kernelSpec, type KernelSettings } from "./jupyterKernel/kernelSpec.js";
import { installLabExtension, uninstallLabExtension } from "./jupyterKernel/labExtension.js";
import { typeErrorsOption } from "./run.js";
import { tellingErrors } from "./userErrors.js";

/** `aen jupyter install` and `aen jupyter uninstall`. */
export function register(program: Command): void {
  const jupyter = program.command("jupyter").description("use AEN notebooks in Jupyter");
  withPlace(jupyter.command("install").description("add the kernel to Jupyter"))
    .addOption(typeErrorsOption())
    .action((options: Place & KernelSettings) => tellingErrors(() => install(options, options)));
  withPlace(jupyter.command("uninstall").description("remove the kernel from Jupyter")).action(
    (place: Place) => tellingErrors(() => uninstall(place)),
  );
}

function withPlace(command: Command): Command {
  return command
    .option("--user", "for the current user (default)")
    .option("--prefix <folder>", "in a folder such as a Python environment: <folder>/share/jupyter")
    .option("--name <name>", "the kernel's name in Jupyter", "aen");
}

async function install(place: Place, settings: KernelSettings): Promise<void> {
  const folder = kernelFolder(place);
  const template = templateFolder(place);
  if (await isForeign(folder))
    throw new Error(
      `${folder} holds a kernel that aen has not installed. Choose another name with --name, or remove it with ` +
        `\`jupyter kernelspec remove ${place.name}\`.`,
    );
  if ((await isForeign(template)) && !isOurKernel(folder))
    throw new Error(
      `${template} holds a template that aen has not installed. Choose another name with --name, or move it away.`,
    );
  makeFolder(folder);
  writeAtomically(path.join(folder, "kernel.json"), `${JSON.stringify(kernelSpec(settings), null, 2)}\n`);
  await writeLogos(folder);
  for (const name of await readdir(ourTemplate))
    writeAtomically(path.join(template, name), await readFile(path.join(ourTemplate, name)));
  console.log(`Installed the kernel "${place.name}" in ${folder}`);
  const views = await installLabExtension(dataFolder(place));
  console.log(
    views === null
      ? "The views for JupyterLab are not built, so outputs are pictures there. Run `npm run build` and install again."
      : `Installed the views for JupyterLab and Notebook 7 in ${views}; reload their pages`,
  );
}

async function uninstall(place: Place): Promise<void> {
  const folder = kernelFolder(place);
  if (!existsSync(path.join(folder, "kernel.json"))) {
    console.log(`No kernel "${place.name}" in ${folder}; nothing to do.`);
    return;
  }
  if (!isOurKernel(folder))
    throw new Error(
      `${folder} holds a kernel that aen has not installed, so it stays. To remove it, run ` +
        `\`jupyter kernelspec remove ${place.name}\`.`,
    );
  for (const name of ourFiles) await rm(path.join(folder, name), { force: true });
  await rmdir(folder).catch(() => console.log(`${folder} holds other files and stays.`));
  const template = templateFolder(place);
  for (const name of await readdir(ourTemplate)) await rm(path.join(template, name), { force: true });
  await rmdir(template).catch(() => {});
  console.log(`Removed the kernel "${place.name}" from ${folder}`);
  const views = await uninstallLabExtension(dataFolder(place));
  if (views !== null) console.log(`Removed the views for JupyterLab from ${views}`);
}

const ourFiles = ["kernel.json", "logo-svg.svg", "logo-32x32.png", "logo-64x64.png"];
const ourTemplate = fileURLToPath(new URL("./jupyterKernel/nbconvert", import.meta.url));

/** Whether something is in the folder, and not by us. */
async function isForeign(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => !isLeftover(name)) && !isOurKernel(folder);
}

function kernelFolder(place: Place): string {
  return path.join(dataFolder(place), "kernels", place.name.toLowerCase());
}

/** The folder of our nbconvert template, which keeps the pictures of notebooks intact. */
function templateFolder(place: Place): string {
  return path.join(dataFolder(place), "nbconvert", "templates", place.name.toLowerCase());
}

async function writeLogos(folder: string): Promise<void> {
  const logo = fileURLToPath(new URL("./jupyterKernel/logo.svg", import.meta.url));
  writeAtomically(path.join(folder, "logo-svg.svg"), await readFile(logo));
  const { default: sharp } = await import("sharp");
  for (const size of [32, 64]) {
    const picture = sharp(logo, { density: 300 }).resize(size, size).png();
    writeAtomically(path.join(folder, `logo-${size}x${size}.png`), await picture.toBuffer());
  }
}
