import assert from "node:assert/strict";
import { DisplayedOutputs } from "../../../extension/outputs/displayedOutputs.js";

describe("outputs with a display id", () => {
  const replaced: unknown[] = [];
  const writer = {
    replaceOutputItems: async (items: unknown, output: unknown) => void replaced.push([output, items]),
  };
  const cell = (index: number) => ({ index }) as never;
  const draw = async (displayed: DisplayedOutputs, id: string) => {
    replaced.length = 0;
    await displayed.update(id, ["items"] as never, writer as never);
    return replaced.map((each) => (each as unknown[])[0]);
  };

  it("are updated wherever they are shown, in any cell", async () => {
    const displayed = new DisplayedOutputs();
    displayed.add("a", "first" as never, cell(0));
    displayed.add("a", "second" as never, cell(3));
    displayed.add("b", "other" as never, cell(1));
    assert.deepEqual(await draw(displayed, "a"), ["first", "second"]);
    assert.deepEqual(await draw(displayed, "b"), ["other"]);
    assert.deepEqual(await draw(displayed, "c"), [], "an id that nobody has shown");
  });

  it("are forgotten with their cell when the id is shown again", async () => {
    const displayed = new DisplayedOutputs();
    const gone = { index: 0 };
    displayed.add("a", "gone" as never, gone as never);
    gone.index = -1;
    displayed.add("a", "new" as never, cell(1));
    assert.deepEqual(await draw(displayed, "a"), ["new"]);
  });

  it("are all forgotten with the kernel", async () => {
    const displayed = new DisplayedOutputs();
    displayed.add("a", "first" as never, cell(0));
    displayed.clear();
    assert.deepEqual(await draw(displayed, "a"), []);
  });
});
