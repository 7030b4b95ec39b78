#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command } from "commander";
import * as doctor from "./commands/doctor.js";
import * as exportNotebook from "./commands/export.js";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

const program = new Command("aen")
  .description("AEN Notebook: dynamic facial expression recognition in TypeScript notebooks")
  .version(manifest.version)
  .showHelpAfterError();

for (const command of [exportNotebook, doctor]) command.register(program);

await program.parseAsync();
