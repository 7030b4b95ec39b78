import assert from "node:assert/strict";
import type * as drawOrSayWhy from "../../../media/plots/drawOrSayWhy.js";
import { modulePage } from "../modulePage.js";

describe("a plot of a user's cell", () => {
  const inPage = modulePage().loading<typeof drawOrSayWhy>("plots/drawOrSayWhy");

  it("gives the function that ends it", async () => {
    const ended = await inPage(async ({ drawOrSayWhy, place }) => {
      const calls: string[] = [];
      const end = await drawOrSayWhy(place(), () => Promise.resolve(() => void calls.push("end")));
      end();
      return calls;
    });
    assert.deepEqual(ended, ["end"]);
  });

  for (const [thrown, words] of [
    ["new Error('it is no figure')", "it is no figure"],
    ["'words'", "words"],
    ["null", "null"],
  ])
    it(`says in its place why it cannot be drawn: ${words}`, async () => {
      const shown = await inPage(async ({ drawOrSayWhy, place }, code) => {
        const element = place();
        element.textContent = "an older drawing";
        const error: unknown = new Function(`return ${code}`)();
        const end = await drawOrSayWhy(element, () => Promise.reject(error as Error));
        end();
        return element.textContent;
      }, thrown);
      assert.equal(shown, `This figure cannot be drawn: ${words}`);
    });
});
