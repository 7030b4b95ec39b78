import assert from "node:assert/strict";
import { inspect } from "node:util";
import { type Namespace, newNamespace } from "../../../kernel/session/moduleNamespace.js";

describe("the namespace of a module that the kernel runs", () => {
  /** The same module in the kernel's form and in Node's. */
  async function both(code: string): Promise<[ours: Namespace, nodes: Namespace]> {
    const nodes = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Namespace;
    const ours = newNamespace();
    for (const name of Object.keys(nodes).reverse())
      Object.defineProperty(ours, name, { get: () => nodes[name], enumerable: true });
    return [ours, nodes];
  }

  const modules = [
    "export const b = { deep: [1, { deeper: { deepest: 1 } }] }; export const a = 'text';",
    "export default class Thing {}; export function f() {}; export let count = 0;",
    "export const long = Array.from({ length: 30 }, (_, i) => i); export const none = null;",
    "",
  ];
  for (const code of modules)
    it(`is printed as Node prints its own: ${code.slice(0, 50)}`, async () => {
      const [ours, nodes] = await both(code);
      assert.equal(inspect(ours), inspect(nodes));
      assert.equal(inspect({ in: [ours] }), inspect({ in: [nodes] }));
      assert.equal(Object.prototype.toString.call(ours), "[object Module]");
    });

  it("is printed also where it exports itself, and where a value is not set yet", () => {
    const namespace = newNamespace();
    Object.defineProperty(namespace, "self", { get: () => namespace, enumerable: true });
    const early = () => {
      throw new ReferenceError("early");
    };
    Object.defineProperty(namespace, "early", { get: early, enumerable: true });
    assert.equal(inspect(namespace), "[Module: null prototype] { early: <uninitialized>, self: [Circular] }");
  });
});
