import { runTogether } from "./runTogether.js";

/**
 * `npm test`: runs every test, in two processes, since most of the time one of them waits for a program that it has
 * started. Arguments go to both, such as `-g` with a part of a test's name.
 */
const given = process.argv.slice(2);
const kernel = "test/kernel/**/*.test.ts";
const halves = [
  [kernel, ...given],
  ["test/**/*.test.ts", "--ignore", kernel, ...given],
];
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());
process.exitCode = await runTogether(halves, (text) => process.stdout.write(text), stop.signal);
