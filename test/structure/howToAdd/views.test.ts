import assert from "node:assert/strict";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import { viewNames, views } from "../../../kernel/contracts/views.js";
import { missingFromView } from "./viewParts.js";

describe("the registry of views", function () {
  this.timeout(120_000);

  it("names no view that lacks a part", async () => {
    const missing = (await Promise.all(viewNames.map((name) => missingFromView(name, views[name])))).flat();
    assert.deepEqual(missing, []);
  });

  it("is refused where a view lacks everything, with a list of what to add", async () => {
    assert.deepEqual(
      await missingFromView("invented-view", { payloadType: "InventedViewPayload", version: 1 }),
      [
        'view "invented-view": no type InventedViewPayload in kernel/contracts/payloads',
        'view "invented-view": no schema kernel/contracts/schemas/invented-view.v1.schema.json (npm run schemas writes it)',
        'view "invented-view": no loader in media/viewLoaders.ts',
        'view "invented-view": no "application/vnd.aen.invented-view.v1+json" in package.json\'s renderer "aen-views"',
        'view "invented-view": no builder in kernel/figures/bundles whose bundle has viewMimeTypes["invented-view"]',
        'view "invented-view": no way to see it: nothing in kernel/aen calls its builder',
        'view "invented-view": no class InventedViewView in media/inventedView/inventedViewView.ts',
        'view "invented-view": no test test/kernel/figures/bundles/inventedView.test.ts',
        'view "invented-view": no test test/media/inventedView/inventedViewView.test.ts',
        'view "invented-view": no example in test/media/examples/invented-view.ts',
        'view "invented-view": no reference pictures ' +
          [320, 800, 1600]
            .flatMap((width) => ["light", "dark", "high-contrast"].map((theme) => `${width}-${theme}`))
            .map((look) => `test/media/screenshots/invented-view-${look}.png`)
            .join(", "),
      ],
    );
  });

  it("is refused where a module of a view lacks its test; other modules do not matter", async () => {
    const untested = [
      "kernel/figures/whatIf/whatIfSpec.ts",
      "media/whatIf/settingsQuestion.ts",
      "kernel/cli.ts",
    ];
    assert.deepEqual(await missingFromView("what-if", views["what-if"], untested), [
      'view "what-if": no test test/kernel/figures/whatIf/whatIfSpec.test.ts',
      'view "what-if": no test test/media/whatIf/settingsQuestion.test.ts',
    ]);
  });

  it("does not take the parts of version 1 for those of version 2", async () => {
    const missing = await missingFromView("frame-timeline", { ...views["frame-timeline"], version: 2 });
    assert.deepEqual(
      missing.map(
        (line) => /no (type|schema|loader|"application|builder|application|example)/.exec(line)?.[1],
      ),
      ["schema", "loader", '"application', "application"],
    );
  });

  it("names exactly the views that package.json contributes", async () => {
    const { default: manifest } = await import("../../../package.json", { with: { type: "json" } });
    const renderer = manifest.contributes.notebookRenderer.find(({ id }) => id === "aen-views")!;
    assert.deepEqual(renderer.mimeTypes, Object.values(viewMimeTypes));
  });
});
