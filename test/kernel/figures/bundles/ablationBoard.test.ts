import assert from "node:assert/strict";
import { viewMimeTypes } from "../../../../kernel/contracts/viewMimeTypes.js";
import { ablationBoardBundle, ablationText } from "../../../../kernel/figures/bundles/ablationBoard.js";
import { ablationPayload } from "../../../media/examplePayloads.js";

const board = ablationPayload();

describe("the forms of an ablation board", () => {
  it("hold the payload as it is, and the same words in picture and text", async () => {
    const bundle = await ablationBoardBundle({ ...board, title: "What each term is worth" });
    assert.deepEqual(bundle[viewMimeTypes["ablation-board"]], { ...board, title: "What each term is worth" });
    const forms = ["image/svg+xml", "text/plain"].map((type) =>
      typeof bundle[type] === "string" ? bundle[type] : JSON.stringify(bundle[type]),
    );
    for (const form of forms) {
      assert.ok(form.includes("What each term is worth"));
      assert.ok(form.includes("25 of 25 runs"));
      assert.ok(form.includes("without transfer"));
      assert.ok(form.includes("used another device"), "warnings go into every form");
    }
  });
});

describe("an ablation board as text", () => {
  const lines = ablationText(board).split("\n");

  it("names its terms, then its arms, the base first and the largest loss next, then what to heed", () => {
    assert.equal(lines[0], "Ablation");
    assert.equal(lines[2], "terms: sentiment, emotion, transfer, energy");
    const arms = ["all terms", "without emotion", "without transfer", "without sentiment", "without energy"];
    assert.deepEqual(
      lines.slice(3, -1).flatMap((line) => arms.filter((name) => line.startsWith(name))),
      arms,
    );
    assert.equal(lines.at(-1), board.warnings![0]);
    assert.equal(lines.length, 3 + 2 * arms.length + 2);
    assert.ok(lines.includes(`${" ".repeat(28)}the sentiment head never names Neutral`), lines.join("\n"));
  });

  it("shows in columns which terms are on", () => {
    assert.match(lines[3], /^all terms {10}● ● ● ● {2}base, UAR 60\.0 %, 5 of 5 runs$/);
    assert.match(lines[5], /^without emotion {4}● ○ ● ● {2}worse: −16\.0 points UAR/);
  });

  it("has no line of terms where arms differ in other things alone", () => {
    const plain = { ...board, terms: [], arms: board.arms.map((arm) => ({ ...arm, weights: [] })) };
    assert.doesNotMatch(ablationText(plain), /terms:|●|○/);
  });
});
