import { Session, type Runtime } from "node:inspector";

/**
 * The variables a function closes over, innermost scope first, read through V8's inspector: there is no other way to
 * reach the values in a closure. Globals are not included.
 */
export class ClosureVariables {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
  }

  /** @returns the value as a one-element list; an empty list when no enclosing scope has the name */
  find(fn: object, name: string): [] | [unknown] {
    for (const scope of this.#scopesOf(fn)) {
      const variable = this.#properties(scope).result.find((each) => each.name === name);
      if (variable?.value) return [this.#valueOf(variable.value)];
    }
    return [];
  }

  close(): void {
    this.#session.disconnect();
  }

  #scopesOf(fn: object): string[] {
    const { internalProperties = [] } = this.#properties(this.#handleOf(fn));
    const scopes = internalProperties.find(({ name }) => name === "[[Scopes]]")?.value?.objectId;
    if (!scopes) return [];
    const entries = this.#properties(scopes).result.filter(({ name }) => /^\d+$/.test(name));
    const local = entries.filter(({ value }) => value?.description !== "Global");
    return local.map(({ value }) => value!.objectId!);
  }

  #handleOf(value: object): string {
    passage.value = value;
    const { result } = this.#post("Runtime.evaluate", {
      expression: `globalThis[Symbol.for("${key}")].value`,
    });
    passage.value = undefined;
    return (result as Runtime.RemoteObject).objectId!;
  }

  #valueOf({ objectId, type, value, unserializableValue }: Runtime.RemoteObject): unknown {
    if (!objectId) return unserializableValue ? special(type, unserializableValue) : value;
    const functionDeclaration = `function () { "use strict"; globalThis[Symbol.for("${key}")].value = this; }`;
    this.#post("Runtime.callFunctionOn", { functionDeclaration, objectId });
    const found = passage.value;
    passage.value = undefined;
    return found;
  }

  #properties(objectId: string): Runtime.GetPropertiesReturnType {
    return this.#post("Runtime.getProperties", {
      objectId,
      ownProperties: true,
    }) as unknown as Runtime.GetPropertiesReturnType;
  }

  /** A session connected to its own thread answers before `post` returns. */
  #post(method: string, parameters: object): Record<string, unknown> {
    let answer: Record<string, unknown> | undefined;
    this.#session.post(method, parameters, (error, result) => {
      if (error) throw new Error(`${method}: ${error.message}`);
      answer = result as Record<string, unknown>;
    });
    return answer!;
  }
}

const key = "aen.closureVariables";
/** Where code run by the inspector exchanges values with us; shared by all copies of this module in a process. */
const passage = ((globalThis as Record<symbol, { value?: unknown }>)[Symbol.for(key)] ??= {});

function special(type: string, text: string): unknown {
  if (type === "bigint") return BigInt(text.slice(0, -1));
  return text === "-0" ? -0 : Number(text);
}
