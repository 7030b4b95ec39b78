import assert from "node:assert/strict";
import { mock } from "node:test";
import vm from "node:vm";
import { runInCell } from "../../../kernel/session/cellContext.js";
import { Interrupted } from "../../../kernel/session/cellError.js";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";
import {
  runsStoppedCell,
  StoppedCellWatch,
  tellOfStoppedCells,
} from "../../../kernel/session/stoppedCellWatch.js";
import { recordedCell } from "./recordedCell.js";

const { answered, stopping } = sharedState;

describe("a watch over stopped cells", () => {
  let state: Int32Array;
  let asked: number;
  let watch: StoppedCellWatch;
  beforeEach(() => {
    state = newSharedState();
    asked = 0;
    watch = new StoppedCellWatch(state, () => asked++);
    mock.timers.enable({ apis: ["setInterval"] });
  });
  afterEach(() => mock.timers.reset());

  /** What it does when it looks: here, on the main thread itself, there is no other to look at. */
  const looks = { code: "ERR_INSPECTOR_NOT_WORKER" };

  it("asks every second from the first stop on, and looks at no main thread that answers", () => {
    mock.timers.tick(5000);
    assert.equal(asked, 0);
    watch.begin();
    watch.begin();
    for (let second = 1; second <= 5; second++) {
      assert.equal(asked, second);
      state[answered]++;
      mock.timers.tick(1000);
    }
  });

  it("looks at one that does not answer, unless a stop is under way", () => {
    watch.begin();
    state[stopping] = 1;
    mock.timers.tick(1000);
    state[stopping] = 0;
    assert.throws(() => mock.timers.tick(1000), looks);
  });
});

describe("the main thread", () => {
  it("says whether what runs belongs to a stopped cell", () => {
    const forget = tellOfStoppedCells();
    const [stopped, other] = [recordedCell(1), recordedCell(2)];
    stopped.cell.stop(new Interrupted());
    const told = () => vm.runInThisContext(runsStoppedCell) as boolean;
    assert.deepEqual(
      [runInCell(stopped.cell, told), runInCell(other.cell, told), told()],
      [true, false, false],
    );
    forget();
    assert.equal(runInCell(stopped.cell, told), false);
  });
});
