import { existsSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { families } from "../../../kernel/engine/lowering/table.js";
import { programs } from "../../kernel/engine/lowering/kernelPrograms.js";
import { missingOf, sourcesUnder, textOf } from "./files.js";

/** What the engine lacks for a kernel of tfjs, a line each; nothing where it is whole. */
export function missingFromEngineOp(kernel: string): string[] {
  const lowered = Object.values(families).filter((family) => kernel in family);
  const file = sourcesUnder("kernel/engine/lowering").find((each) => definesKernel(each, kernel));
  const test = `test/${file?.replace(/\.ts$/, "") ?? "kernel/engine/lowering/<family>"}.test.ts`;
  return missingOf(`op "${kernel}"`, [
    [isKernelOfTfjs(kernel), "tfjs has no kernel of this name"],
    [lowered.length > 0, "no lowering in a family of kernel/engine/lowering/table.ts"],
    [lowered.length < 2, "a lowering in more than one family of kernel/engine/lowering/table.ts"],
    [lowered.length === 0 || existsSync(test), `no tests of its family in ${test}`],
    [
      supportedList().includes(`\`${kernel}\``),
      "not in kernel/engine/SUPPORTED.md (node --import tsx test/kernel/engine/writeSupportedKernels.ts writes it)",
    ],
    [kernel in programs, "no program in test/kernel/engine/lowering/kernelPrograms.ts"],
  ]);
}

function isKernelOfTfjs(kernel: string): boolean {
  return Object.values(tf).some((value) => value === kernel);
}

function definesKernel(file: string, kernel: string): boolean {
  return new RegExp(`^  ${kernel}: `, "m").test(textOf(file));
}

/** The part of SUPPORTED.md that lists what compiles. */
function supportedList(): string {
  return textOf("kernel/engine/SUPPORTED.md").split("## Not compiled")[0];
}
