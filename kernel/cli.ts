#!/usr/bin/env node
import { Command } from "commander";
import { commands } from "./commands/commands.js";
import { productVersion } from "./files/packageRoot.js";

const program = new Command("aen")
  .description("AEN Notebook: dynamic facial expression recognition in TypeScript notebooks")
  .version(productVersion)
  .showHelpAfterError();

for (const command of Object.values(commands)) command.register(program);

await program.parseAsync();
// Timers that a cell left running must not keep the program alive, but pending output must still be written.
process.stdout.write("", () => process.exit());
