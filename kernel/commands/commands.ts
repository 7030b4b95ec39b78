import type { Command } from "commander";
import * as ablationTask from "./ablationTask.js";
import * as course from "./course.js";
import * as devices from "./devices.js";
import * as doctor from "./doctor.js";
import * as exportNotebook from "./export.js";
import * as importVideos from "./import.js";
import * as jupyter from "./jupyter.js";
import * as people from "./people.js";
import * as parity from "./parity.js";
import * as predict from "./predict.js";
import * as rerun from "./rerun.js";
import * as run from "./run.js";
import * as text from "./text.js";

/** A file of kernel/commands: it adds its command, or a group of commands under one name, to `aen`. */
export interface CommandModule {
  register(program: Command): void;
}

/**
 * The registry of `aen`'s commands, in the order of its help; each key is the command's file name.
 * test/structure/howToAdd/commands.test.ts reports what a command still lacks.
 */
export const commands: Readonly<Record<string, CommandModule>> = {
  run,
  rerun,
  export: exportNotebook,
  text,
  jupyter,
  import: importVideos,
  people,
  predict,
  course,
  parity,
  devices,
  doctor,
  ablationTask,
};
