"use strict";
const path = require("node:path");
const { reporters, Runner } = require("mocha");

const { EVENT_RUN_END, EVENT_SUITE_BEGIN, EVENT_SUITE_END } = Runner.constants;

/**
 * Mocha's spec reporter, closed by plain lines that other programs can read: the files that took longest, one for each
 * test that failed (its file and its name), then the count.
 */
module.exports = class SpecWithClosingLines extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const seconds = secondsOfFiles(runner);
    runner.once(EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      for (const [file, took] of slowest(seconds)) console.log(`${took.toFixed(0).padStart(5)} s ${file}`);
      for (const test of this.failures)
        console.log(`failed: ${path.relative("", test.file ?? "")}: ${test.fullTitle()}`);
      const skipped = pending > 0 ? `, ${pending} skipped` : "";
      console.log(`${passes} passed, ${failures} failed${skipped}`);
    });
  }
};

/** A map, filled while tests run, from each file to the seconds that its tests and hooks took. */
function secondsOfFiles(runner) {
  const seconds = new Map();
  let begun = 0;
  const outermost = (suite) => suite.parent?.root && suite.file;
  runner.on(EVENT_SUITE_BEGIN, (suite) => outermost(suite) && (begun = performance.now()));
  runner.on(EVENT_SUITE_END, (suite) => {
    if (!outermost(suite)) return;
    const file = path.relative("", suite.file);
    seconds.set(file, (seconds.get(file) ?? 0) + (performance.now() - begun) / 1000);
  });
  return seconds;
}

/** The forty slowest of the files that took 5 s or more, the slowest first. */
function slowest(seconds) {
  const long = [...seconds].filter(([, took]) => took >= 5);
  return long.sort(([, one], [, other]) => other - one).slice(0, 40);
}
