import assert from "node:assert/strict";
import type { AblationBoardPayload } from "../../../../kernel/contracts/payloads/ablationBoard.js";
import {
  ablationLayout,
  dotStep,
  narrowBoard,
} from "../../../../kernel/figures/ablationBoard/ablationLayout.js";
import { ablationPayload } from "../../../media/examplePayloads.js";

const board = ablationPayload();
const withTerms = (...terms: string[]): AblationBoardPayload => ({ ...board, terms });
const withName = (name: string): AblationBoardPayload => ({ ...board, arms: [{ ...board.arms[0], name }] });

describe("the layout of an ablation board", () => {
  for (const width of [520, 640, 760, 1600]) {
    it(`has names, dots and plots side by side in ${width} pixels`, () => {
      const layout = ablationLayout(board, width);
      const [first, second] = layout.plots;
      assert.equal(layout.plots.length, width < 760 ? 2 : 3);
      assert.ok(layout.width <= width, String(layout.width));
      assert.ok(first >= layout.names + layout.dots && layout.names >= 60);
      assert.ok(second > first + layout.plot && layout.plots.at(-1)! + layout.plot < layout.width);
      assert.equal(layout.dots, board.terms.length * dotStep);
    });
  }

  it("puts names above the dots and keeps one plot where there is less room", () => {
    const narrow = ablationLayout(board, narrowBoard - 1);
    const wide = ablationLayout(board, narrowBoard);
    assert.deepEqual([narrow.narrow, narrow.names, narrow.plots.length], [true, 0, 1]);
    assert.deepEqual([wide.narrow, wide.plots.length], [false, 2]);
    assert.ok(narrow.dotLine > wide.dotLine);
  });

  it("grows beyond the page before its plots become too narrow to read", () => {
    const many = Array.from({ length: 40 }, (_, i) => `term ${i}`);
    const layout = ablationLayout(withTerms(...many), 600);
    assert.equal(layout.plot, 80);
    assert.ok(layout.width > 600 && layout.plots[0] > 40 * dotStep);
  });

  it("gives long names room up to a limit, which is lower on small pages", () => {
    const long = withName("w".repeat(200));
    assert.equal(ablationLayout(long, 1000).names, 220);
    assert.equal(ablationLayout(long, 600).names, 130);
    assert.equal(ablationLayout(withName("a"), 1000).names, 60);
  });

  it("leaves more room above the rows the longer the slanted names of the terms are", () => {
    const tops = [["a"], ["semantic transfer"], ["m".repeat(300)]].map(
      (terms) => ablationLayout(withTerms(...terms), 760).top,
    );
    assert.deepEqual(
      tops,
      [...tops].sort((a, b) => a - b),
    );
    assert.deepEqual([tops[0], tops[2]], [26 + 20, 26 + 110]);
    assert.ok(tops[1] > tops[0] && tops[1] < tops[2]);
  });
});
