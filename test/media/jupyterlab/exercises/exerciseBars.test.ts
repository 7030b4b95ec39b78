import assert from "node:assert/strict";
import type * as exerciseBars from "../../../../media/jupyterlab/exercises/exerciseBars.js";
import { modulePage } from "../../modulePage.js";

describe("the bars of a notebook in JupyterLab", () => {
  const inPage = modulePage().loading<typeof exerciseBars>("jupyterlab/exercises/exerciseBars");

  it("come below the input of a cell that is on the page, once, and go with what they show", async () => {
    const seen = await inPage(async ({ ExerciseBars, place }) => {
      class Widget {
        readonly node = place();
        isDisposed = false;
        setHidden() {}
        dispose() {
          this.isDisposed = true;
          this.node.remove();
        }
      }
      let arrive = () => {};
      const inserted: number[] = [];
      const cell = {
        ...new Widget(),
        ready: new Promise<void>((resolve) => (arrive = resolve)),
        layout: { insertWidget: (at: number) => void inserted.push(at) },
      } as never;
      const bars = new ExerciseBars(Widget, "en", () => ({ act: () => "", answer: () => "", restore() {} }));
      const line = { isChanged: true, actions: [] };
      bars.show(cell, line);
      const early = inserted.length;
      arrive();
      await Promise.resolve();
      bars.show(cell, line);
      const bar = bars.at(cell)!;
      const isThere = bar.node.isConnected;
      bars.show(cell, undefined);
      return { early, inserted, isThere, after: [bar.node.isConnected, bars.at(cell) === undefined] };
    });
    assert.deepEqual(seen, { early: 0, inserted: [2], isThere: true, after: [false, true] });
  });

  it("are forgotten with their cells", async () => {
    const known = await inPage(({ ExerciseBars, place }) => {
      class Widget {
        readonly node = place();
        isDisposed = false;
        setHidden() {}
        dispose() {}
      }
      const [kept, gone] = [0, 1].map(() => ({
        ...new Widget(),
        ready: Promise.resolve(),
        layout: { insertWidget() {} },
      }));
      const bars = new ExerciseBars(Widget, "en", () => ({ act: () => "", answer: () => "", restore() {} }));
      for (const cell of [kept, gone]) bars.show(cell as never, { isChanged: true, actions: [] });
      gone.isDisposed = true;
      bars.forgetGone();
      return [kept, gone].map((cell) => bars.at(cell as never) !== undefined);
    });
    assert.deepEqual(known, [true, false]);
  });
});
