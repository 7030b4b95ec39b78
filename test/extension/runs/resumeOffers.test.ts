import "../standIn/register.js";
import assert from "node:assert/strict";
import path from "node:path";
import { mock } from "node:test";
import { temporaryFolder } from "../../temporaryFolder.js";
import { until } from "../../until.js";
import type * as standIn from "../standIn/vscode.js";
import { eventsText, runRecord, writeRecord } from "./records.js";

const { asked, EventEmitter } = (await import("vscode")) as unknown as typeof standIn;
const { ResumeOffers } = await import("../../../extension/runs/resumeOffers.js");

describe("the offer to resume a training that a reload cut short", () => {
  const address = "file:///w/a.ipynb";
  const settings = { cell: { notebook: "/w/a.ipynb", code: "train()", executionCount: 2 } };
  const cellOf = (index: number, text: string) => ({
    ...{ index, outputs: [] as unknown[], document: { getText: () => text }, notebook },
  });
  const notebook = { uri: address, getCells: (): unknown[] => cells };
  const cells = [cellOf(0, "clips"), cellOf(1, "train()")];
  const changed = new EventEmitter<void>();
  const goingOn: unknown[] = [];
  let forgotten: string[];
  let resumed: unknown[];
  let offers: InstanceType<typeof ResumeOffers>;

  /** What stands below the cells once the records have been looked at. */
  async function open(...records: object[]): Promise<void> {
    const read = Promise.resolve(records);
    offers = new ResumeOffers(
      {
        all: [{ run: "r", notebook: address }],
        forget: (run: string) => void forgotten.push(run),
      },
      { goingOn, onDidChange: changed.event } as never,
      { runs: () => read } as never,
      {
        kernels: { existing: () => undefined },
        resumeIn: (_: unknown, run: string) => resumed.push(run),
      } as never,
    );
    await read.then(() => Promise.resolve());
  }
  const labels = () =>
    cells.map((cell) =>
      offers.provideCellStatusBarItems(cell as never).map((item) => item.accessibilityInformation!.label),
    );
  const interrupted = () => runRecord("r", { state: "stopped", epoch: 3, epochs: 8, settings });
  const offered = [[], ["Resume the training interrupted at epoch 3 of 8"]];

  beforeEach(() => ([forgotten, resumed, goingOn.length, cells[1].outputs] = [[], [], 0, []]));
  afterEach(() => offers.dispose());

  it("stands below the cell that the record names, and one click resumes the run", async () => {
    await open(interrupted());
    assert.deepEqual(labels(), offered);
    asked.executed.length = 0;
    const running = asked.commands.get(ResumeOffers.command)!(cells[1], "r");
    assert.deepEqual(labels(), [[], []], "it is not offered twice");
    await running;
    assert.deepEqual(resumed, ["r"]);
    assert.deepEqual(asked.executed, [
      ["notebook.cell.execute", { ranges: [{ start: 0, end: 2 }], document: address }],
    ]);
  });

  it("is not there where the board is, which has a button of its own", async () => {
    await open(interrupted());
    const data = Buffer.from('{"run":"r"}');
    cells[1].outputs = [{ items: [{ mime: "application/vnd.aen.training-board.v1+json", data }] }];
    assert.deepEqual(labels(), [[], []]);
  });

  it("goes when the run is trained again, and for good when its cell trains anew", async () => {
    for (const [run, gone] of [
      ["r", []],
      ["another", ["r"]],
    ] as const) {
      await open(interrupted());
      goingOn.push({ cell: cells[1], progress: { run } });
      changed.fire();
      assert.deepEqual(labels(), [[], []]);
      assert.deepEqual(forgotten, gone);
      offers.dispose();
      goingOn.length = 0;
    }
  });

  it("is not made for a run that has finished, nor for one whose record is gone", async () => {
    await open(runRecord("r", { settings }));
    assert.deepEqual([labels(), forgotten], [[[], []], ["r"]]);
    offers.dispose();
    await open();
    assert.deepEqual(
      [labels(), forgotten],
      [
        [[], []],
        ["r", "r"],
      ],
    );
  });

  describe("for a run that is still being stopped", () => {
    const folder = path.join(temporaryFolder(), "r");
    afterEach(() => mock.timers.reset());

    it("is made once it has stopped", async () => {
      mock.timers.enable({ apis: ["setTimeout"] });
      await open(runRecord("r", { state: "running", folder, settings }));
      assert.deepEqual(labels(), [[], []]);
      const events = eventsText([0.5]).replace('"finished"', '"stopped"');
      writeRecord(folder, { "run.json": settings, "events.jsonl": events });
      mock.timers.tick(1000);
      mock.timers.reset();
      await until("it is offered", () => labels()[1].length === 1);
      assert.deepEqual(labels()[1], ["Resume the training interrupted at epoch 1 of 1"]);
    });
  });
});
