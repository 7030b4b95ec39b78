import assert from "node:assert/strict";
import { displayInCell, setCellDisplay } from "../../../../kernel/aen/host/cellDisplay.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";

describe("displaying below the running cell", () => {
  const value = { [displayMethod]: () => ({ "text/plain": "a" }) };
  afterEach(() => setCellDisplay(undefined));

  it("goes to the session, and waits until it is shown", async () => {
    const shown: unknown[] = [];
    setCellDisplay(async (given) => {
      await Promise.resolve();
      shown.push(given);
    });
    await displayInCell(value);
    assert.deepEqual(shown, [value]);
  });

  it("does nothing outside a notebook", async () => assert.equal(await displayInCell(value), undefined));
});
