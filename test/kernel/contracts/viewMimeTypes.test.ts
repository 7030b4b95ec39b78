import assert from "node:assert/strict";
import { viewMimeType, viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import { viewNames, views } from "../../../kernel/contracts/views.js";

describe("the MIME type of a view", () => {
  it("is made of its name and the version of its payload", () => {
    assert.equal(
      viewMimeType("frame-timeline", { version: 3 }),
      "application/vnd.aen.frame-timeline.v3+json",
    );
  });

  it("is there for every view, with the version that is written now, and for nothing else", () => {
    assert.deepEqual(Object.keys(viewMimeTypes), viewNames);
    for (const name of viewNames) {
      assert.ok(viewMimeTypes[name].endsWith(`.${name}.v${views[name].version}+json`), viewMimeTypes[name]);
    }
  });

  it("is a valid name that ends in the suffix for JSON (RFC 6838)", () => {
    for (const type of Object.values(viewMimeTypes)) {
      assert.match(type, /^application\/[a-z0-9][a-z0-9!#$&^_.-]{0,120}\+json$/);
    }
  });

  it("stays what notebooks that were saved with version 1 hold", () => {
    assert.equal(viewMimeTypes["confusion-matrix"], "application/vnd.aen.confusion-matrix.v1+json");
    assert.equal(viewMimeTypes["training-board"], "application/vnd.aen.training-board.v1+json");
  });
});
