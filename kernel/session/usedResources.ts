/** What a cell or module holds with `using`; its end disposes of it, as the end of a block does. */
export class UsedResources {
  readonly #disposers: (() => unknown)[] = [];

  /**
   * Takes a resource; the last one taken is disposed of first.
   *
   * @param isAsync whether it was declared with `await using`
   * @returns the resource
   * @throws TypeError when it cannot be disposed of
   */
  readonly use = (resource: unknown, isAsync = false): unknown => {
    if (resource === null || resource === undefined) return resource;
    const { asyncDispose, dispose } = Symbol;
    const methods = resource as Record<symbol, (() => unknown) | undefined>;
    const method = (isAsync ? methods[asyncDispose] : undefined) ?? methods[dispose];
    if (typeof method !== "function")
      throw new TypeError(`A resource of "${isAsync ? "await using" : "using"}" has no ${wanted(isAsync)}.`);
    this.#disposers.push(() => method.call(resource));
    return resource;
  };

  /** Disposes of everything once some work has ended; an error of the work is the first that is thrown. */
  async disposeAfter<T>(work: Promise<T>): Promise<T> {
    const errors: unknown[] = [];
    let value: T | undefined;
    try {
      value = await work;
    } catch (error) {
      errors.push(error);
    }
    for (let dispose = this.#disposers.pop(); dispose; dispose = this.#disposers.pop())
      try {
        await dispose();
      } catch (error) {
        errors.push(error);
      }
    if (errors.length > 1)
      throw new AggregateError(errors, "The cell failed, or its resources could not be disposed of.");
    if (errors.length === 1) throw errors[0];
    return value as T;
  }
}

function wanted(isAsync: boolean): string {
  return isAsync ? "[Symbol.asyncDispose]() or [Symbol.dispose]()" : "[Symbol.dispose]()";
}
