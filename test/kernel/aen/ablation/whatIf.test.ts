import assert from "node:assert/strict";
import * as aen from "../../../../kernel/aen/index.js";
import { setChannelHost, type Channel } from "../../../../kernel/aen/host/channels.js";
import { displayMethod } from "../../../../kernel/contracts/mimeBundle.js";
import { until } from "../../../until.js";

describe("a what-if of the weights of loss terms", () => {
  let whatIf: aen.WhatIf;
  const sent: Record<string, unknown>[] = [];
  let ask: (message: unknown) => void;

  before(async function () {
    this.timeout(180_000);
    setChannelHost({
      open: () => assert.fail("the kernel opens nothing"),
      accept: (_target, onOpen) => {
        const channel: Channel = {
          id: "view",
          send: (message) => void sent.push(message as Record<string, unknown>),
          onMessage: (listener) => ((ask = (message) => listener(message, [])), () => {}),
          onClose: () => {},
          close: () => {},
        };
        onOpen(channel, {});
        return () => {};
      },
    });
    const clips = await aen.clips.synthetic({ perEmotion: 4, frames: 8, size: 32, seed: 3 });
    const { train, test } = clips.split({ by: "identity", test: 0.5, seed: 1 });
    const run = await aen.train(aen.model("tiny"), train, {
      epochs: 1,
      pretraining: { epochs: 1 },
      record: false,
    });
    whatIf = await aen.whatIf(run, test, { epochs: 1 });
  });
  after(() => setChannelHost(undefined));

  it("begins with what the run itself says", async () => {
    const own = await whatIf.run.evaluate(whatIf.clips);
    own.predictions.forEach(({ emotionLogProbabilities }, clip) => {
      const kept = whatIf.points[0].predictions[clip].emotionLogProbabilities;
      emotionLogProbabilities.forEach((value, i) => assert.ok(Math.abs(value - kept[i]) < 1e-3));
    });
  });

  it("gives the same answer for the same weights, whatever was asked between", async () => {
    const first = await whatIf.at({ "energy of emotion": 3 });
    await whatIf.at({ "energy of emotion": 0 });
    whatIf.points.splice(1, 1);
    const again = await whatIf.at({ "energy of emotion": 3 });
    assert.notEqual(again.predictions, first.predictions, "computed anew");
    assert.deepEqual(again.predictions, first.predictions);
    const off = await whatIf.at({ "energy of emotion": 0 });
    assert.notDeepEqual(off.predictions, first.predictions);
  });

  it("answers a slider of its view with the point, and a wrong name or another study with a message", async () => {
    const weights = { "energy of sentiment": 1.5 };
    ask({ type: "what-if", request: "1", study: whatIf.id, weights });
    ask({ type: "what-if", request: "2", study: whatIf.id, weights: { nonsense: 1 } });
    ask({ type: "what-if", request: "3", study: "another study", weights });
    const answered = () => sent.some(({ request, point }) => request === "1" && point);
    await until("the first request is answered", answered);
    const message = sent.find(({ request }) => request === "2")?.message;
    assert.match(String(message), /no loss term "nonsense"/);
    const gone = sent.find(({ request }) => request === "3");
    assert.match(String(gone?.message), /no longer has this/);
  });

  it("shows every computed setting and gives the settings back as code", async () => {
    const bundle = await whatIf[displayMethod]();
    const payload = bundle["application/vnd.aen.what-if.v1+json"] as { points: { weights: number[] }[] };
    assert.equal(payload.points.length, whatIf.points.length);
    assert.equal(payload.points[0].weights.length, whatIf.terms.length);
    assert.match(String(bundle["text/plain"]), /energy of emotion x 0: UAR \d/);
    assert.match(
      whatIf.codeFor({ "energy of emotion": 2 }),
      /withWeights\(run.plan.loss, \{ "energy of emotion": 2 \}/,
    );
  });

  describe("that is disposed of", () => {
    const answersTo = (request: string) => sent.filter((reply) => reply.request === request);
    const gone = /Run its cell again to continue/;

    it("ends the current retraining cleanly and answers sliders moved then or later with a message", async function () {
      this.timeout(60_000);
      const known = whatIf.points.length;
      const weights = (value: number) => ({ "energy of emotion": value });
      const inHand = whatIf.at(weights(5));
      ask({ type: "what-if", request: "waiting", study: whatIf.id, weights: weights(6) });
      const disposal = whatIf.dispose();
      ask({ type: "what-if", request: "meanwhile", study: whatIf.id, weights: weights(7) });
      await inHand;
      await disposal;
      ask({ type: "what-if", request: "later", study: whatIf.id, weights: weights(8) });
      await new Promise((resolve) => setImmediate(resolve));
      for (const request of ["waiting", "meanwhile", "later"]) {
        const answers = answersTo(request);
        assert.equal(answers.length, 1, request);
        assert.match(String(answers[0].message), gone, request);
      }
      assert.equal(whatIf.points.length, known + 1, "nothing but what was in hand was computed");
    });

    it("says so to code, can be disposed of again, and still shows what was computed", async () => {
      await assert.rejects(whatIf.at({ "energy of emotion": 9 }), gone);
      await whatIf.dispose();
      assert.match(String((await whatIf[displayMethod]())["text/plain"]), /Computed settings/);
    });
  });
});
