import assert from "node:assert/strict";
import { sharedModule, type ShareScope } from "../../../media/jupyterlab/sharedModules.js";

describe("a module that JupyterLab shares", () => {
  const module = (name: string) => ({ get: () => Promise.resolve(() => ({ Widget: name })) });

  it("is the newest version that any extension has brought, by number and not by letter", async () => {
    const versions = {
      "2.9.1": module("older"),
      "2.10.0": module("newest"),
      "2.10.0-beta.1": module("beta"),
    };
    const { Widget } = await sharedModule({ "@lumino/widgets": versions }, "@lumino/widgets");
    assert.equal(Widget as unknown, "newest");
  });

  it("is also one that is there at once", async () => {
    const scope = { "@lumino/widgets": { "2.0.0": { get: () => () => ({ Widget: "eager" }) } } };
    assert.deepEqual(await sharedModule(scope, "@lumino/widgets"), { Widget: "eager" });
  });

  it("is named where this JupyterLab has none", async () => {
    const scopes: ShareScope[] = [{}, { "@lumino/widgets": {} }];
    for (const scope of scopes)
      await assert.rejects(sharedModule(scope, "@lumino/widgets"), /need JupyterLab 4, which shares @lumino/);
  });
});
