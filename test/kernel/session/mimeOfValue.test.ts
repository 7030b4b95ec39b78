import assert from "node:assert/strict";
import { inspect } from "node:util";
import { scalar, tensor } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { displayMethod } from "../../../kernel/contracts/mimeBundle.js";
import { unpackedPayload } from "../../../kernel/contracts/packedPayload.js";
import { viewMimeTypes } from "../../../kernel/contracts/viewMimeTypes.js";
import { mimeBundle, textOf } from "../../../kernel/session/mimeOfValue.js";

describe("the MIME forms of a value", () => {
  const drawn = (draw: () => unknown) => ({ name: "view", [displayMethod]: draw });

  it("are its own, with a text where it brings none", async () => {
    assert.deepEqual(mimeBundle(drawn(() => ({ "text/plain": "own" }))), { "text/plain": "own" });
    const bundle = mimeBundle(drawn(() => ({ "text/html": "<b>" }))) as Record<string, string>;
    assert.equal(bundle["text/html"], "<b>");
    assert.match(bundle["text/plain"], /name: 'view'/);
    const later = (await mimeBundle(drawn(async () => ({ "text/html": "<i>" })))) as Record<string, string>;
    assert.deepEqual([later["text/html"], later["text/plain"].includes("view")], ["<i>", true]);
  });

  it("hold views' payloads as notebooks save them, and other data as they are", () => {
    const payload = {
      view: "training-board",
      run: "a",
      steps: Array.from({ length: 300 }, (_, step) => ({ step })),
    };
    const type = viewMimeTypes["training-board"];
    const data = { [type]: payload, "application/json": payload, "text/plain": "board" };
    const bundle = mimeBundle(drawn(() => data)) as Record<string, { run: string; steps?: unknown }>;
    assert.deepEqual([bundle[type].run, bundle[type].steps], ["a", undefined]);
    assert.deepEqual(unpackedPayload(bundle[type]), payload);
    assert.equal(bundle["application/json"], payload);
  });

  it("are its text with the reason when it fails to draw itself, at once or later", async () => {
    const reason = /name: 'view'[^]*\n\(This value failed to display itself: no frames\)$/;
    const failing = drawn(() => {
      throw new Error("no frames");
    });
    assert.match((mimeBundle(failing) as Record<string, string>)["text/plain"], reason);
    const later = await mimeBundle(drawn(() => Promise.reject(new Error("no frames"))));
    assert.match(String(later["text/plain"]), reason);
  });

  it("are its text with what to give when what it gives is no data by MIME type, at once or later", async () => {
    const reason =
      /\(This value failed to display itself: its method .* gives (.*), not data by MIME type such as/;
    const wrong: readonly (readonly [unknown, string])[] = [
      ...([
        [5, "5"],
        ["<b>", "'<b>'"],
        [null, "null"],
        [undefined, "undefined"],
      ] as const),
      [[{ "text/html": "<b>" }], "[ { 'text/html': '<b>' } ]"],
    ];
    for (const [given, shown] of wrong)
      for (const each of [given, Promise.resolve(given)]) {
        const { "text/plain": text } = await mimeBundle(drawn(() => each));
        assert.equal(reason.exec(String(text))?.[1], shown);
      }
  });

  it("may come later from any kind of promise", async () => {
    const thenable = { then: (done: (data: object) => void) => done({ "text/plain": "drawn" }) };
    assert.deepEqual(await mimeBundle(drawn(() => thenable)), {
      "text/plain": "drawn",
    });
  });

  it("are text alone for what draws nothing", () => {
    assert.deepEqual(mimeBundle([1, "a"]), { "text/plain": "[ 1, 'a' ]" });
    assert.deepEqual(mimeBundle(null), { "text/plain": "null" });
  });
});

describe("the text of a value", () => {
  it("of a tensor tells its kind, shape and values", () => {
    assert.equal(
      textOf(
        tensor(
          [
            [1, 2],
            [3, 4],
          ],
          undefined,
          "int32",
        ),
      ),
      "Tensor int32 [2, 2]\n    [[1, 2],\n     [3, 4]]",
    );
    assert.equal(textOf(scalar(0.5)), "Tensor float32 []\n    0.5");
  });

  it("of a disposed tensor says so, instead of failing", () => {
    const gone = tensor([1, 2]);
    gone.dispose();
    assert.equal(textOf(gone), "Tensor float32 [2] (disposed)");
  });

  it("is cut where it is long or deep", () => {
    assert.match(textOf(Array(1000).fill(7)), /900 more items/);
    assert.match(textOf("x".repeat(20_000)), /10000 more characters/);
    assert.match(textOf({ a: { b: { c: { d: { e: { f: 1 } } } } } }), /e: \[Object\]/);
  });

  it("of what cannot be displayed gives the reason", () => {
    const value = {
      [inspect.custom]() {
        throw new Error("hidden");
      },
    };
    assert.equal(textOf(value), "[a value that cannot be displayed: hidden]");
  });

  it("of something that only looks like a tensor is what it is", () => {
    assert.equal(textOf({ shape: [1], dtype: "u8" }), "{ shape: [ 1 ], dtype: 'u8' }");
  });
});
