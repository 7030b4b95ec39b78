import { copyFile, cp, mkdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { tellingErrors } from "./userErrors.js";

interface Place {
  readonly user?: boolean;
  readonly prefix?: string;
  readonly name: string;
}

/** `aen jupyter install` and `aen jupyter uninstall`. */
export function register(program: Command): void {
  const jupyter = program.command("jupyter").description("use AEN notebooks in Jupyter");
  withPlace(jupyter.command("install").description("make the kernel known to Jupyter")).action(
    (place: Place) => tellingErrors(() => install(place)),
  );
  withPlace(jupyter.command("uninstall").description("make Jupyter forget the kernel")).action(
    (place: Place) => tellingErrors(() => uninstall(place)),
  );
}

function withPlace(command: Command): Command {
  return command
    .option("--user", "for the present user (default)")
    .option("--prefix <folder>", "below a folder, for example a Python environment: <folder>/share/jupyter")
    .option("--name <name>", "the kernel's name for Jupyter", "aen");
}

async function install(place: Place): Promise<void> {
  const folder = kernelFolder(place);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "kernel.json"), `${JSON.stringify(kernelSpec(), null, 2)}\n`);
  await writeLogos(folder);
  await cp(fileURLToPath(new URL("./jupyterKernel/nbconvert", import.meta.url)), templateFolder(place), {
    recursive: true,
  });
  console.log(`Installed the kernel "${place.name}" in ${folder}`);
}

async function uninstall(place: Place): Promise<void> {
  const folder = kernelFolder(place);
  if (!existsSync(path.join(folder, "kernel.json"))) {
    console.log(`No kernel "${place.name}" in ${folder}; nothing to do.`);
    return;
  }
  await rm(folder, { recursive: true });
  await rm(templateFolder(place), { recursive: true, force: true });
  console.log(`Removed the kernel "${place.name}" from ${folder}`);
}

/** What Jupyter starts, and how it names it. Interrupts come as messages, so that Windows needs no signals. */
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
    // the program of VS Code is Node only where it is told to be
    env: process.env["ELECTRON_RUN_AS_NODE"] ? { ELECTRON_RUN_AS_NODE: "1" } : {},
    metadata: { debugger: false },
  };
}

/** Jupyter's data folders: see the Jupyter documentation, "Common directories and file locations". */
function kernelFolder(place: Place): string {
  return path.join(dataFolder(place), "kernels", place.name.toLowerCase());
}

/** The template of the same name with which nbconvert keeps the pictures of notebooks whole. */
function templateFolder(place: Place): string {
  return path.join(dataFolder(place), "nbconvert", "templates", place.name.toLowerCase());
}

function dataFolder({ user, prefix, name }: Place): string {
  if (!/^[\w.-]+$/.test(name))
    throw new Error(`A kernel's name has letters, digits, ".", "-" and "_" only; "${name}" does not.`);
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
