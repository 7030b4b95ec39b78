import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { viewMimeTypes } from "../../../kernel/aen/views/mimeTypes.js";
import { schemaFile, schemaText, viewsWithPayload } from "../../../media/build/generateSchemas.js";
import * as examples from "../examplePayloads.js";

describe("JSON Schemas of the payloads", function () {
  this.timeout(120_000);

  it("there is one for each view", () => {
    assert.deepEqual(viewsWithPayload(), Object.keys(viewMimeTypes));
  });

  for (const view of viewsWithPayload()) {
    it(`${view}: is what the types say (npm run schemas writes it)`, async () => {
      assert.equal(readFileSync(schemaFile(view), "utf8"), await schemaText(view));
    });
  }

  it("hold for what the builders make", () => {
    const outputs = [
      examples.confusionOutput(),
      examples.timelineOutput(),
      examples.trainingOutput(),
      examples.overviewOutput(),
      examples.differenceOutput(),
      examples.ablationOutput(),
      examples.whatIfOutput(),
    ];
    for (const { mimeType, payload } of outputs) {
      const view = viewsWithPayload().find((name) => viewMimeTypes[name] === mimeType)!;
      const validate = new Ajv({ strict: false }).compile(
        JSON.parse(readFileSync(schemaFile(view), "utf8")) as object,
      );
      assert.ok(validate(payload), JSON.stringify(validate.errors));
    }
  });

  it("are what VS Code is told to draw", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
      contributes: { notebookRenderer: { id: string; mimeTypes: string[] }[] };
    };
    const [views] = contributes.notebookRenderer.filter(({ id }) => id === "aen-views");
    assert.deepEqual(views.mimeTypes, Object.values(viewMimeTypes));
  });
});
