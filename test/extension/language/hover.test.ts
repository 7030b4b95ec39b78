import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";
import { cancelled, documentOf, going, kernelsWith } from "./cell.js";

const { Range } = (await import("vscode")) as unknown as typeof standIn;
const { CellHover } = await import("../../../extension/language/hover.js");

describe("what the name under the pointer is", () => {
  const document = documentOf("train.size") as never;
  const found = { signature: "const train: ClipSet", documentation: "The clips.", start: 0, end: 5 };
  const hover = (answer: unknown, token = going) =>
    new CellHover(kernelsWith({ inspect: async () => answer })).provideHover(document, 2 as never, token);
  const texts = async (answer: unknown) =>
    (await hover(answer))!.contents.map((content) => (content as { value: string }).value);

  it("is its signature as code and its documentation, over the name", async () => {
    assert.deepEqual(await texts(found), ["\n```typescript\nconst train: ClipSet\n```\n", "The clips."]);
    assert.deepEqual((await hover(found))!.range, new Range(0, 5));
  });

  it("is only its signature where it has no documentation", async () => {
    assert.equal((await texts({ ...found, documentation: "" })).length, 1);
  });

  it("is undefined where there is no name, no kernel, or once cancelled", async () => {
    assert.equal(await hover(undefined), undefined);
    assert.equal(await hover(found, cancelled), undefined);
    assert.equal(
      await new CellHover(kernelsWith(undefined)).provideHover(document, 2 as never, going),
      undefined,
    );
  });
});
