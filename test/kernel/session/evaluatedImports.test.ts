import assert from "node:assert/strict";
import vm from "node:vm";
import { setImmediate as turn } from "node:timers/promises";
import { evaluatedImports } from "../../../kernel/session/evaluatedImports.js";

describe("`import()` in code that a script evaluates", () => {
  for (const [name, code] of Object.entries({
    "new Function": "new Function(\"return import('node:path')\")()",
    eval: "eval(\"import('node:path')\")",
  })) {
    it(`is Node's own, without a warning: ${name}`, async () => {
      const warned: Error[] = [];
      const listen = (warning: Error): void => void warned.push(warning);
      process.on("warning", listen);
      const script = new vm.Script(code, { importModuleDynamically: evaluatedImports() });
      const { sep } = (await script.runInThisContext()) as { sep: unknown };
      await turn();
      process.off("warning", listen);
      assert.equal(typeof sep, "string");
      assert.deepEqual(warned, []);
    });
  }
});
