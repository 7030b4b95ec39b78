import { copyFile, cp, readdir, rm, rmdir } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { makeFolder, writeAtomically } from "../files/writeAtomically.js";
import { tellingErrors } from "./userErrors.js";

interface Place {
  readonly user?: boolean;
  readonly prefix?: string;
  readonly name: string;
}

/** `aen jupyter install` and `aen jupyter uninstall`. */
export function register(program: Command): void {
  const jupyter = program.command("jupyter").description("use AEN notebooks in Jupyter");
  withPlace(jupyter.command("install").description("add the kernel to Jupyter")).action((place: Place) =>
    tellingErrors(() => install(place)),
  );
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

/** In a kernel's metadata: the folder and its template are ours, to overwrite and to remove. */
const marker = "aen-notebook";

async function install(place: Place): Promise<void> {
  const folder = kernelFolder(place);
  const template = templateFolder(place);
  if (await isForeign(folder))
    throw new Error(
      `${folder} holds a kernel that aen has not installed. Choose another name with --name, or remove it with ` +
        `\`jupyter kernelspec remove ${place.name}\`.`,
    );
  if ((await isForeign(template)) && !isOurs(folder))
    throw new Error(
      `${template} holds a template that aen has not installed. Choose another name with --name, or move it away.`,
    );
  makeFolder(folder);
  writeAtomically(path.join(folder, "kernel.json"), `${JSON.stringify(kernelSpec(), null, 2)}\n`);
  await writeLogos(folder);
  await cp(ourTemplate, template, { recursive: true });
  console.log(`Installed the kernel "${place.name}" in ${folder}`);
}

async function uninstall(place: Place): Promise<void> {
  const folder = kernelFolder(place);
  if (!existsSync(path.join(folder, "kernel.json"))) {
    console.log(`No kernel "${place.name}" in ${folder}; nothing to do.`);
    return;
  }
  if (!isOurs(folder))
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
}

const ourFiles = ["kernel.json", "logo-svg.svg", "logo-32x32.png", "logo-64x64.png"];
const ourTemplate = fileURLToPath(new URL("./jupyterKernel/nbconvert", import.meta.url));

/** Whether something is in the folder, and not by us. */
async function isForeign(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.length > 0 && !isOurs(folder);
}

/** By the marker; the first version had none, but starts our entry. */
function isOurs(folder: string): boolean {
  try {
    const spec = JSON.parse(readFileSync(path.join(folder, "kernel.json"), "utf8")) as {
      argv?: unknown;
      metadata?: Record<string, unknown>;
    };
    if (spec.metadata?.installed_by === marker) return true;
    const entry = Array.isArray(spec.argv) ? String(spec.argv.at(-2)).replaceAll("\\", "/") : "";
    return /\/kernel\/protocol\/jupyterEntry\.[jt]s$/.test(entry);
  } catch {
    return false;
  }
}

/** The kernelspec: what Jupyter starts, and its name. Interrupts come as messages, so that Windows needs no signals. */
export function kernelSpec(): Record<string, unknown> {
  const runsFromSources = import.meta.url.endsWith(".ts");
  const entry = new URL(`../protocol/jupyterEntry.${runsFromSources ? "ts" : "js"}`, import.meta.url);
  return {
    argv: [
      process.execPath,
      ...(runsFromSources ? ["--import", "tsx"] : []),
      fileURLToPath(entry),
      "{connection_file}",
    ],
    display_name: "AEN (TypeScript)",
    language: "typescript",
    interrupt_mode: "message",
    // VS Code's executable acts as Node only if told to
    env: process.env["ELECTRON_RUN_AS_NODE"] ? { ELECTRON_RUN_AS_NODE: "1" } : {},
    metadata: { debugger: false, installed_by: marker },
  };
}

/** Jupyter's data folders: see the Jupyter documentation, "Common directories and file locations". */
function kernelFolder(place: Place): string {
  return path.join(dataFolder(place), "kernels", place.name.toLowerCase());
}

/** The folder of our nbconvert template, which keeps the pictures of notebooks intact. */
function templateFolder(place: Place): string {
  return path.join(dataFolder(place), "nbconvert", "templates", place.name.toLowerCase());
}

function dataFolder({ user, prefix, name }: Place): string {
  if (!/^[\w.-]+$/.test(name) || /^\.+$/.test(name))
    throw new Error(
      `A kernel's name may contain only letters, digits, ".", "-" and "_", and not only dots, got "${name}".`,
    );
  if (user && prefix) throw new Error("Give --user or --prefix, not both.");
  return prefix ? path.join(path.resolve(prefix), "share", "jupyter") : userData();
}

function userData(): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return path.join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32") return path.join(APPDATA ?? homedir(), "jupyter");
  return path.join(XDG_DATA_HOME || path.join(homedir(), ".local", "share"), "jupyter");
}

async function writeLogos(folder: string): Promise<void> {
  const logo = fileURLToPath(new URL("./jupyterKernel/logo.svg", import.meta.url));
  await copyFile(logo, path.join(folder, "logo-svg.svg"));
  const { default: sharp } = await import("sharp");
  for (const size of [32, 64])
    await sharp(logo, { density: 300 })
      .resize(size, size)
      .png()
      .toFile(path.join(folder, `logo-${size}x${size}.png`));
}
