import path from "node:path";
import { builtinsNote, knowBuiltins } from "./builtins.js";
import { writePlainly } from "./cellConsole.js";
import type { CellExecution } from "./cellExecution.js";
import { makeCellsOwnWork } from "./cellsOwnWork.js";
import { showUsersStacks } from "./cellStacks.js";
import { routeStdin } from "./cellStdin.js";
import { routeDescriptors } from "./descriptorWrites.js";
import { noteVersions } from "./freshRequire.js";
import { showWrittenText } from "./functionText.js";
import { routeInheritedStreams } from "./inheritedStreams.js";
import { routeStreams } from "./outputStreams.js";
import { showPlainPromises } from "./plainPromises.js";
import { hideArguments } from "./processArguments.js";
import { guardProcess } from "./processGuard.js";
import { makeTicksStoppable } from "./stoppableTicks.js";
import { makeTimersStoppable } from "./stoppableTimers.js";
import { guardUserCode } from "./userCodeGuard.js";

/**
 * Takes over what cells share with the kernel: the process's streams, timers, child processes, errors, stacks and texts.
 *
 * @param cwd the notebook's folder
 * @param lastCell the cell that gets what cannot be traced to one
 * @returns a function that gives everything back
 */
export function takeOverProcess(cwd: string, lastCell: () => CellExecution | undefined): () => void {
  const restores = [
    routeStreams(),
    routeDescriptors(),
    routeInheritedStreams(),
    routeStdin(),
    writePlainly(),
    makeTimersStoppable(),
    makeTicksStoppable(),
    makeCellsOwnWork(),
    noteVersions(),
    guardProcess(lastCell),
    guardUserCode(),
    hideArguments(path.join(cwd, "notebook.ts")),
    showUsersStacks(),
    showPlainPromises(),
    showWrittenText(),
    knowBuiltins((names) => lastCell()?.emit(builtinsNote(names))),
  ];
  return () => restores.forEach((restore) => restore());
}
