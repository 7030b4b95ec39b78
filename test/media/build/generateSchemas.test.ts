import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { viewNames, views } from "../../../kernel/contracts/views.js";
import { schemaFile, schemaText } from "../../../media/build/generateSchemas.js";
import { exampleOutput } from "../exampleViews.js";

describe("JSON Schemas of the payloads", function () {
  this.timeout(120_000);

  for (const view of viewNames) {
    const file = schemaFile(view, views[view]);

    it(`are, for ${view}, what the types say (npm run schemas writes them)`, async () => {
      assert.equal(readFileSync(file, "utf8"), await schemaText(view));
    });

    it(`hold, for ${view}, for what its builder makes`, async () => {
      const { payload } = await exampleOutput(view);
      const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(file, "utf8")) as object);
      assert.ok(validate(payload), JSON.stringify(validate.errors));
    });
  }
});
