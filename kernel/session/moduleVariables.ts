import { Module } from "node:module";
import path from "node:path";

/** The variables that Node gives each of its modules, which code copied into a cell may expect. */
export interface ModuleVariables {
  readonly require: NodeJS.Require;
  readonly module: Module;
  readonly exports: unknown;
  readonly __filename: string;
  readonly __dirname: string;
}

/** Makes the variables of a module for a file that need not be there. */
export function moduleVariables(file: string, require: NodeJS.Require): ModuleVariables {
  const module = new Module(file);
  module.filename = file;
  module.paths = require.resolve.paths("a-package") ?? [];
  module.require = require;
  const exports: unknown = module.exports;
  return { require, module, exports, __filename: file, __dirname: path.dirname(file) };
}
