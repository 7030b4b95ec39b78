import "../standIn/register.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../temporaryFolder.js";
import { eventsText, runRecord, studyRecord, writeRecord } from "../runs/records.js";
import type * as standIn from "../standIn/vscode.js";

const { answers, asked, happenings, window } = (await import("vscode")) as unknown as typeof standIn;
const { registerAssistant } = await import("../../../extension/assistant/register.js");

describe("the tools for assistants", () => {
  const folder = writeRecord(path.join(temporaryFolder(), "r1"), { "events.jsonl": eventsText([0.5]) });
  const runs = [runRecord("r1", { folder, uar: 0.5 }), runRecord("r2", { uar: 0.7, device: "cpu" })];
  const view = { runs: async () => runs, studies: async () => [studyRecord()] };
  const turn = (on: boolean) => {
    answers.settings = { languageModelTools: on };
    happenings.configuration.fire({ affectsConfiguration: (name) => name === "aen.languageModelTools" });
  };
  let registered: { dispose(): void };
  before(() => (registered = registerAssistant(view as never, "/ext")));
  after(() => {
    registered.dispose();
    answers.settings = {};
  });
  const give = async (name: string, input: object) => {
    const result = await asked.tools.get(name)!.invoke({ input } as never, undefined as never);
    const [{ value }] = (result as unknown as standIn.LanguageModelToolResult).content;
    return JSON.parse(value) as Record<string, unknown>;
  };

  it("are there only while the setting is on, which it is not by default", () => {
    assert.equal(asked.tools.size, 0);
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
    const { default: usual, scope } = contributes.configuration.properties["aen.languageModelTools"];
    assert.deepEqual([usual, scope], [false, "application"], "no workspace can switch them on");
    const tools = contributes.languageModelTools as { name: string; when: string }[];
    turn(true);
    assert.deepEqual([...asked.tools.keys()].sort(), tools.map(({ name }) => name).sort());
    for (const { when } of tools) assert.equal(when, "config.aen.languageModelTools");
    turn(false);
    assert.equal(asked.tools.size, 0);
  });

  it("list runs by filter and order, give one's figures, and name what there is not", async () => {
    turn(true);
    const { runs: listed } = await give("aen_list_runs", { sort: "uar", most: 1 });
    assert.deepEqual(
      (listed as { run: string }[]).map(({ run }) => run),
      ["r2"],
    );
    assert.equal((await give("aen_list_runs", { filter: "uar < 60" })).found, 1);
    assert.deepEqual((await give("aen_run_figures", { run: "r1" })).epochsSoFar, [
      { epoch: 1, loss: 1, uar: 0.5 },
    ]);
    await assert.rejects(give("aen_data_table", { run: "none" }), /no run "none"\. List the runs first/);
    assert.match(JSON.stringify(await give("aen_study_verdicts", {})), /"study":"s1"/);
    await assert.rejects(give("aen_study_verdicts", { study: "none" }), /no study "none"/);
  });

  it("ask before they run anything, and show the code", async () => {
    turn(true);
    const document = { getText: () => "train()" };
    const cells = [{ index: 0, kind: 2, document }];
    window.activeNotebookEditor = { notebook: { getCells: () => cells } };
    const prepared = async (name: string, input: object) =>
      asked.tools.get(name)!.prepareInvocation?.({ input } as never, undefined as never);
    const cell = await prepared("aen_run_cell", { cell: 1 });
    assert.match((cell!.confirmationMessages!.message as { value: string }).value, /train\(\)/);
    const ablation = await prepared("aen_start_ablation", { run: "run", without: ["energy"] });
    assert.match((ablation!.confirmationMessages!.message as { value: string }).value, /aen\.ablate\(run/);
    assert.equal(await prepared("aen_list_runs", {}), undefined);
    window.activeNotebookEditor = undefined;
  });
});
