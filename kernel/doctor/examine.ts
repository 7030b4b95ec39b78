import { checkEngine } from "./engine.js";
import type { Finding } from "./finding.js";
import { checkMachine } from "./machine.js";
import { checkJupyter } from "./jupyter.js";
import { checkFfmpeg, checkVsCode } from "./programs.js";
import { checkStepCache } from "./stepCache.js";
import { checkTensorFlow } from "./tensorflow.js";

/** Checks everything that AEN Notebook can use on this machine. */
export async function examine(folder: string): Promise<Finding[]> {
  const programs = await Promise.all([checkFfmpeg(), checkJupyter(), checkVsCode()]);
  return [
    ...checkMachine(),
    ...(await checkEngine()),
    await checkStepCache(),
    checkTensorFlow(folder),
    ...programs,
  ];
}
