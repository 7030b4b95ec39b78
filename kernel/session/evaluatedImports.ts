import vm from "node:vm";

/** Absent in early versions of Node 20. */
const loader = vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER as number | undefined;
let isKnown = false;

/**
 * What `import()` means in code that a cell evaluates (`new Function`, `eval`): Node's own, relative to the process's
 * folder. Node warns once that this is experimental, which is nothing that a cell's user can act upon.
 */
export function evaluatedImports(): number | undefined {
  if (loader !== undefined && !isKnown) withoutWarnings(() => importOnce(loader));
  isKnown = true;
  return loader;
}

function importOnce(importModuleDynamically: number): void {
  const script = new vm.Script('import("node:vm")', { importModuleDynamically });
  void script.runInThisContext();
}

function withoutWarnings(body: () => void): void {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    body();
  } finally {
    process.emitWarning = emitWarning;
  }
}
