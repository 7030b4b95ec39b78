#!/usr/bin/env node
import { Command } from "commander";
import { commands } from "./commands/commands.js";
import { productVersion } from "./files/packageRoot.js";

const program = new Command("aen")
  .description("AEN Notebook: dynamic facial expression recognition in TypeScript notebooks")
  .version(productVersion)
  .showHelpAfterError();

for (const command of Object.values(commands)) command.register(program);

// A reader that closes the pipe early (`| head -1`) ends the program, unless the command has a use for going on.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  if (process.stdout.listenerCount("error") === 1) process.exit();
});

await program.parseAsync();
// Timers that a cell left running must not keep the program alive, but pending output must still be written.
process.stdout.write("", () => process.exit());
