import assert from "node:assert/strict";
import { mock } from "node:test";
import type { WhatIfRequest } from "../../../kernel/contracts/viewMessages.js";
import { SettingsQuestion } from "../../../media/whatIf/settingsQuestion.js";

const rest = 250;
const point = { weights: [1], clips: [] };

describe("the question about the settings at which the sliders rest", () => {
  let sent: WhatIfRequest[];
  let changes: number;
  let question: SettingsQuestion;
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    [sent, changes] = [[], 0];
    question = new SettingsQuestion({ send: (request) => sent.push(request), changed: () => changes++ });
  });
  afterEach(() => mock.timers.reset());
  const ask = (energy: number): string => {
    question.ask("study", { energy });
    mock.timers.tick(rest);
    return sent.at(-1)!.request;
  };
  const hear = (request: string, more: object) =>
    question.hear("study", { type: "what-if", request, ...more });
  const standing = () => [question.words, question.isOpen];

  it("is asked once the sliders rest, for where they came to rest", () => {
    question.ask("study", { energy: 1 });
    mock.timers.tick(rest - 1);
    question.ask("study", { energy: 2 });
    mock.timers.tick(rest - 1);
    assert.deepEqual([sent, standing()], [[], ["Computed as soon as the sliders rest.", true]]);
    mock.timers.tick(1);
    assert.deepEqual(
      sent.map(({ study, weights }) => [study, weights]),
      [["study", { energy: 2 }]],
    );
    assert.deepEqual([standing(), changes], [["Asking the kernel …", true], 1]);
  });

  it("is answered by a point, and says meanwhile how far it is", () => {
    const request = ask(1);
    assert.equal(hear(request, { progress: 0.257 }), null);
    assert.deepEqual(standing(), ["Training … 26 %", true]);
    assert.deepEqual(hear(request, { point }), point);
    assert.deepEqual(standing(), [null, false]);
  });

  it("stays with the reason where no answer will come", () => {
    hear(ask(1), { message: "The training failed." });
    assert.deepEqual(standing(), ["The training failed.", false]);
  });

  it("takes a late answer to an earlier question, and goes on waiting for its own", () => {
    const earlier = ask(1);
    const request = ask(2);
    assert.notEqual(earlier, request);
    assert.deepEqual(hear(earlier, { point }), point, "a point that was computed is good to know");
    hear(earlier, { message: "Overtaken." });
    assert.deepEqual(standing(), ["Asking the kernel …", true]);
  });

  it("is not confused with that of another study, nor with that of another view of this study", () => {
    const request = ask(1);
    const other = new SettingsQuestion({ send: (asked) => sent.push(asked), changed: () => {} });
    other.ask("study", { energy: 1 });
    mock.timers.tick(rest);
    assert.notEqual(sent.at(-1)!.request, request);
    assert.equal(hear(request.replace("study", "study 2"), { point }), null);
    hear(sent.at(-1)!.request, { message: "not for this one" });
    assert.deepEqual(standing(), ["Asking the kernel …", true]);
  });

  it("ends with the kernel, also before it was asked", () => {
    question.ask("study", { energy: 1 });
    question.hear("study", { type: "run-alive", run: "study", alive: false });
    assert.equal(question.isOpen, true, "the end of one run is not the kernel's");
    question.hear("study", { type: "run-alive", run: null, alive: false });
    mock.timers.tick(rest);
    assert.deepEqual([sent, standing()], [[], ["The kernel has ended.", false]]);
  });

  it("says nothing of a kernel's end where nothing was asked", () => {
    question.hear("study", { type: "run-alive", run: null, alive: false });
    assert.deepEqual(standing(), [null, false]);
  });

  it("is dropped without being asked", () => {
    question.ask("study", { energy: 1 });
    question.drop();
    mock.timers.tick(rest);
    assert.deepEqual([sent, standing()], [[], [null, false]]);
  });

  it("is not asked where there is no kernel", () => {
    const alone = new SettingsQuestion({ changed: () => assert.fail("nothing changes") });
    alone.ask("study", { energy: 1 });
    mock.timers.tick(rest);
    assert.deepEqual([alone.words, alone.isOpen], [null, false]);
  });
});
