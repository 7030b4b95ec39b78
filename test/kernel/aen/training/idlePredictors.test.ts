import assert from "node:assert/strict";
import { IdlePredictors } from "../../../../kernel/aen/training/idlePredictors.js";

class Predictor {
  closed = 0;
  async dispose(): Promise<void> {
    this.closed++;
  }
}

const soon = () => Promise.resolve("done");

describe("predictors that nobody uses", () => {
  const closedOf = (predictors: readonly Predictor[]) => predictors.map(({ closed }) => closed);

  it("close their steps, except those that were used last", async () => {
    const idle = new IdlePredictors<Predictor>(2);
    const all = [1, 2, 3, 4].map(() => new Predictor());
    for (const each of all) assert.equal(await idle.during(each, soon), "done");
    assert.deepEqual(closedOf(all), [1, 1, 0, 0]);
    await idle.during(all[2], soon);
    await idle.during(all[0], soon);
    assert.deepEqual(closedOf(all), [1, 1, 0, 1], "the third was used after the fourth");
  });

  it("are not closed once they have been forgotten", async () => {
    const idle = new IdlePredictors<Predictor>(1);
    const [one, two] = [new Predictor(), new Predictor()];
    await idle.during(one, soon);
    idle.forget(one);
    await idle.during(two, soon);
    assert.deepEqual(closedOf([one, two]), [0, 0]);
  });

  it("keep them while one of several works goes on, also past a failure", async () => {
    const idle = new IdlePredictors<Predictor>(0);
    const one = new Predictor();
    let end = () => {};
    const long = idle.during(one, () => new Promise<void>((resolve) => (end = resolve)));
    await assert.rejects(
      idle.during(one, () => Promise.reject(new Error("failed"))),
      /failed/,
    );
    assert.equal(one.closed, 0);
    end();
    await long;
    assert.equal(one.closed, 1);
  });
});
