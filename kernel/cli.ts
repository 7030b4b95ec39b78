#!/usr/bin/env node
import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import * as ablationTask from "./commands/ablationTask.js";
import * as devices from "./commands/devices.js";
import * as doctor from "./commands/doctor.js";
import * as exportNotebook from "./commands/export.js";
import * as importVideos from "./commands/import.js";
import * as jupyter from "./commands/jupyter.js";
import * as parity from "./commands/parity.js";
import * as run from "./commands/run.js";
import { packageRoot } from "./session/packageRoot.js";

const manifest = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as {
  version: string;
};

const program = new Command("aen")
  .description("AEN Notebook: dynamic facial expression recognition in TypeScript notebooks")
  .version(manifest.version)
  .showHelpAfterError();

for (const command of [run, exportNotebook, jupyter, importVideos, parity, devices, doctor, ablationTask])
  command.register(program);

await program.parseAsync();
// Timers that a cell left running must not keep the program alive; what is printed must still come out.
process.stdout.write("", () => process.exit());
