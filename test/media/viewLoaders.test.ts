import assert from "node:assert/strict";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import { viewNames, views } from "../../kernel/contracts/views.js";
import type * as viewLoaders from "../../media/viewLoaders.js";
import { viewClassOf } from "../structure/viewModules.js";
import { exampleOf } from "./exampleViews.js";
import { modulePage } from "./modulePage.js";

describe("what draws a payload", () => {
  const test = modulePage();
  const inPage = test.loading<typeof viewLoaders>("viewLoaders");

  it("is the view of that name, with a check that tells its payload from those of all others", async () => {
    const payloads = await Promise.all(viewNames.map(async (view) => (await exampleOf(view))!.payload()));
    const types = viewNames.map((name) => viewMimeTypes[name]);
    const loaded = await inPage(
      async ({ loaderOf }, [all, examples]) => {
        const kinds = await Promise.all(all.map((type) => loaderOf(type)!()));
        return kinds.map(({ View, validate }) => [View.name, ...examples.map((each) => validate(each))]);
      },
      [types, payloads] as const,
    );
    for (const [i, name] of viewNames.entries())
      assert.deepEqual(loaded[i], [viewClassOf(views[name]), ...viewNames.map((other) => other === name)]);
  });

  it("is nothing for a type or version that this build does not know", async () => {
    const later = viewMimeTypes["what-if"].replace("v1", "v2");
    const types = [later, "text/html", "what-if", ""];
    const known = await inPage(({ loaderOf }, all) => all.filter((type) => loaderOf(type)), types);
    assert.deepEqual(known, []);
  });
});
