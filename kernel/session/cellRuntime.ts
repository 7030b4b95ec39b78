type Namespace = Record<string, unknown>;

/** The name by which emitted code accesses the variables of the notebook (or of a local module). */
export const scopeName = "__scope";
/** The name by which emitted code accesses the run time: imports, results, records of what has run. */
export const runtimeName = "__cell";

/**
 * What the emitted code of a cell or local module reaches as `__cell`. The compiler writes these names as text; their
 * type holds both sides to the same ones.
 */
export interface CellRuntime {
  /** An `import` declaration, and a call of `import()`. */
  import(specifier: string, type?: string): Promise<unknown>;
  dynamicImport(specifier: string): Promise<unknown>;
  /** `import.meta` */
  readonly meta: object;
  /** Names of an imported module become variables of the scope. */
  bind(from: Namespace, names: Record<string, string>, specifier: string): void;
  /** Says that these names have been declared by now. */
  ran(...names: string[]): void;
  /** Takes the value of the last expression. */
  result(value: unknown): unknown;
  /** Takes what `using` declares, and disposes of it at the end; passes it on. */
  using(resource: unknown, isAsync?: boolean): unknown;
  /** Passes a value on, unless the cell has been stopped. */
  unlessStopped(value?: unknown): unknown;
  /** What a local module exports. Cells export nothing. */
  exports?(table: Record<string, () => unknown>): void;
  reexport?(from: Namespace, names?: Record<string, string>): void;
}
