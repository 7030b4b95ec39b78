import assert from "node:assert/strict";
import { productSources, wholeProgram } from "./projectProgram.js";
import { unusedExports } from "./unusedExports.js";

/** Called by name from where the compiler does not see it. */
const called: Readonly<Record<string, string>> = {
  activate: "VS Code and renderers",
  register: "aen's command line, which loads the file of a command by its name",
  openClip: "the worker threads, which load the module of a clip's source",
  ablationBoardView: "examples of the views",
  clipOverviewView: "examples of the views",
  confusionDifferenceView: "examples of the views",
  whatIfView: "examples of the views",
};

describe("what a file exports", function () {
  this.timeout(240_000);

  it("is used by somebody, be it a test", () => {
    const unused = unusedExports(wholeProgram(), productSources());
    assert.deepEqual(
      // esbuild puts these in place of the globals of every module of the kernel
      unused.filter(
        (each) => !(each.split(" ")[0] in called) && !each.endsWith("(kernel/session/ownGlobals.ts)"),
      ),
      [],
    );
  });
});
