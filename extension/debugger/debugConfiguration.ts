import type { DebugConfiguration } from "vscode";

/** What our debug sessions are known by in their configuration. */
export const sessionMark = "aenNotebook";

/** What is stepped over: Node, packages and the kernel. */
function skipped(extensionPath: string): string[] {
  return ["<node_internals>/**", "**/node_modules/**", `${extensionPath.replaceAll("\\", "/")}/**`];
}

/**
 * How VS Code's JavaScript debugger attaches to a kernel.
 *
 * Cells are held before they run until their breakpoints are set (`pauseForSourceMap`). Stacks of asynchronous calls,
 * which slow every promise down, are recorded only once a breakpoint is set. Nothing is done to child processes: the
 * debugger would leave its options in the kernel's environment.
 */
export function debugConfiguration(name: string, address: string, extensionPath: string): DebugConfiguration {
  return {
    type: "pwa-node",
    request: "attach",
    name,
    websocketAddress: address,
    [sessionMark]: address,
    autoAttachChildProcesses: false,
    attachExistingChildren: false,
    continueOnAttach: true,
    pauseForSourceMap: true,
    sourceMapRenames: false,
    enableDWARF: false,
    outFiles: [],
    resolveSourceMapLocations: ["**", "!**/node_modules/**", `!${extensionPath}/**`],
    showAsyncStacks: { onceBreakpointResolved: 16 },
    enableContentValidation: false,
    outputCapture: "std",
    experimentalNetworking: "off",
    skipFiles: skipped(extensionPath),
    internalConsoleOptions: "neverOpen",
  };
}
