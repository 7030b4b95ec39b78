import assert from "node:assert/strict";
import { viewMimeTypes } from "../../kernel/contracts/viewMimeTypes.js";
import { confusionOutput } from "./examplePayloads.js";
import { withBrowser } from "./withBrowser.js";

describe("a page of outputs", function () {
  this.timeout(60_000);
  const test = withBrowser();
  const good = confusionOutput(5, 0);
  const bad = { mimeType: viewMimeTypes["what-if"], payload: {} };

  it("is refused where a view cannot be drawn, with what the view says and what it is", async () => {
    await assert.rejects(test.show([good, bad]), (error: Error) => {
      assert.match(
        error.message,
        /application\/vnd\.aen\.what-if\.v1\+json: This view cannot be drawn: its data /,
      );
      assert.doesNotMatch(error.message, /confusion-matrix/);
      return true;
    });
  });

  it("is shown where the test expects that", async () => {
    const { page } = await test.show([good, { ...bad, isRefused: true }]);
    assert.equal(await page.getByText("This view cannot be drawn").count(), 1);
  });

  it("is refused where a view is drawn that the test expects not to be", async () => {
    await assert.rejects(test.show([{ ...good, isRefused: true }]), /confusion-matrix.*: is drawn/);
  });
});
