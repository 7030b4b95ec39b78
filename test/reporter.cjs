"use strict";
const path = require("node:path");
const { reporters, Runner } = require("mocha");

/**
 * Mocha's spec reporter, closed by plain lines that other programs can read: one for each test that failed (its file
 * and its name), then the count.
 */
module.exports = class SpecWithClosingLines extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      for (const test of this.failures)
        console.log(`failed: ${path.relative("", test.file ?? "")}: ${test.fullTitle()}`);
      const skipped = pending > 0 ? `, ${pending} skipped` : "";
      console.log(`${passes} passed, ${failures} failed${skipped}`);
    });
  }
};
