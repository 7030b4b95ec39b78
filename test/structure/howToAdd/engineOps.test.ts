import assert from "node:assert/strict";
import "@tensorflow/tfjs";
import { lowerings } from "../../../kernel/engine/lowering/table.js";
import { kernelNames } from "../../../kernel/engine/trace/tracingBackend.js";
import { programs } from "../../kernel/engine/lowering/kernelPrograms.js";
import { missingFromEngineOp } from "./engineOpParts.js";

describe("the table of the engine's ops", () => {
  it("names no op that lacks a part", () => {
    const kernels = new Set([...Object.keys(lowerings), ...Object.keys(programs)]);
    assert.deepEqual([...kernels].flatMap(missingFromEngineOp), []);
    assert.ok(kernels.size > 100);
  });

  it("is refused where an op lacks everything, with a list of what to add", () => {
    const [kernel] = kernelNames().filter((name) => !(name in lowerings));
    assert.deepEqual(missingFromEngineOp(kernel), [
      `op "${kernel}": no lowering in a family of kernel/engine/lowering/table.ts`,
      `op "${kernel}": not in kernel/engine/SUPPORTED.md (node --import tsx test/kernel/engine/writeSupportedKernels.ts writes it)`,
      `op "${kernel}": no program in test/kernel/engine/lowering/kernelPrograms.ts`,
    ]);
    assert.equal(missingFromEngineOp("Invented")[0], 'op "Invented": tfjs has no kernel of this name');
  });
});
