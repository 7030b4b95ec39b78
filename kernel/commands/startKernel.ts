import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ChildProcessKernel } from "../protocol/childProcessKernel.js";
import { siblingModule } from "../session/moduleUrl.js";

export interface StartedFrom {
  /** The folder that relative paths are resolved from. */
  readonly cwd: string;
  /** The notebook's path, for the records of runs. */
  readonly notebook?: string;
  /** Runs cells in spite of type errors, which are then warnings. Default false. */
  readonly ignoreTypeErrors?: boolean;
  /** The command line that runs Node, where it is not Node itself. */
  commandLine?(program: string, args: readonly string[]): { execPath: string; execArgv: readonly string[] };
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Takes what the process writes past its cells: native libraries, warnings of Node. */
  onLog(text: string): void;
}

/**
 * Starts the kernel that a command runs cells in, with this process's options for Node. It ends cells that wait for
 * what cannot come: nobody is there to stop them.
 */
export async function startKernel({
  cwd,
  notebook,
  onLog,
  env,
  commandLine = (execPath, execArgv) => ({ execPath, execArgv }),
  ...settings
}: StartedFrom): Promise<ChildProcessKernel> {
  const runsFromSources = import.meta.url.endsWith(".ts");
  const kernel = await ChildProcessKernel.start({
    entry: fileURLToPath(siblingModule(import.meta.url, "../protocol/childProcessEntry")),
    ...commandLine(process.execPath, runsFromSources ? ["--import", tsxLoader()] : process.execArgv),
    cwd,
    env: { ...env, ...(notebook === undefined ? {} : { AEN_NOTEBOOK: notebook }) },
    endsStuckCells: true,
    ...settings,
  });
  kernel.onLog(onLog);
  // TypeScript starts now, so that its seconds do not count as the first cell's.
  await kernel.diagnostics("0").catch(() => {});
  return kernel;
}

/** What makes Node run the sources, wherever the kernel's folder is. */
function tsxLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}
