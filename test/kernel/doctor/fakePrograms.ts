import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Puts a program into a folder, a script of the shell. */
export function fakeProgram(folder: string, name: string, script: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Runs something while only the programs of a folder are on the PATH. */
export async function withPath<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const { PATH } = process.env;
  process.env.PATH = folder;
  try {
    return await run();
  } finally {
    process.env.PATH = PATH;
  }
}
