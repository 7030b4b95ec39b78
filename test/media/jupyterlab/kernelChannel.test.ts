import assert from "node:assert/strict";
import type { ViewReply, ViewRequest } from "../../../kernel/contracts/viewMessages.js";
import { KernelChannel } from "../../../media/jupyterlab/kernelChannel.js";
import { FakeKernel, FakeSession } from "./fakeSession.js";

const alive: ViewRequest = { type: "run-alive", run: "r" };
const frames: ViewRequest = { type: "clip-frames", request: "1", clip: "a" };
const stop: ViewRequest = { type: "run-control", run: "r", action: "stop" };
const gone: ViewReply = { type: "run-alive", run: null, alive: false };

describe("what a notebook's views and its kernel say to each other in JupyterLab", () => {
  let heard: ViewReply[];
  let session: FakeSession;
  let channel: KernelChannel;
  function open(kernel: FakeKernel | null): FakeKernel | null {
    session = new FakeSession(kernel);
    channel = new KernelChannel(session);
    heard = [];
    channel.onMessage((reply) => heard.push(reply));
    return kernel;
  }

  it("goes over one comm, opened for the first message", async () => {
    const kernel = open(new FakeKernel())!;
    assert.equal(kernel.comms.length, 0);
    await Promise.all([channel.send(alive), channel.send(stop)]);
    assert.deepEqual(
      kernel.comms.map(({ target, opened, sent }) => [target, opened, sent]),
      [["aen.view", true, [alive, stop]]],
    );
  });

  it("reaches every view that listens, and none that has stopped", async () => {
    const kernel = open(new FakeKernel())!;
    const stopListening = channel.onMessage(() => assert.fail("it has stopped listening"));
    stopListening();
    await channel.send(alive);
    kernel.answer({ type: "run-alive", run: "r", alive: true });
    assert.deepEqual(heard, [{ type: "run-alive", run: "r", alive: true }]);
  });

  it("leaves kernels of other languages alone, and tells the view that nothing answers", async () => {
    const kernel = open(new FakeKernel("ipython"))!;
    for (const request of [alive, frames, stop]) await channel.send(request);
    assert.equal(kernel.comms.length, 0);
    assert.deepEqual(heard, [
      { type: "run-alive", run: "r", alive: false },
      { type: "clip-frames", request: "1", message: "No kernel is running. Run the cell again to continue." },
    ]);
  });

  it("says so where there is no kernel at all", async () => {
    open(null);
    await channel.send(alive);
    assert.deepEqual(heard, [{ type: "run-alive", run: "r", alive: false }]);
  });

  for (const status of ["restarting", "autorestarting", "terminating", "dead"])
    it(`ends every run when the kernel is ${status}, and begins anew with the next`, async () => {
      const kernel = open(new FakeKernel())!;
      await channel.send(alive);
      session.statusChanged.emit("busy");
      assert.deepEqual(heard, []);
      session.statusChanged.emit(status);
      assert.deepEqual(heard, [gone]);
      await channel.send(alive);
      assert.equal(kernel.comms.length, 2);
    });

  it("goes to the notebook's new kernel after a change, and anew after the kernel has closed the comm", async () => {
    const first = open(new FakeKernel())!;
    await channel.send(alive);
    session.kernel = new FakeKernel();
    session.kernelChanged.emit({});
    assert.deepEqual(heard, [gone]);
    await channel.send(stop);
    assert.deepEqual(session.kernel.comms[0].sent, [stop]);
    assert.deepEqual(first.comms[0].sent, [alive]);
    session.kernel.comms[0].onClose({});
    await channel.send(alive);
    assert.deepEqual(session.kernel.comms[1].sent, [alive]);
  });

  it("ends with the notebook", () => {
    open(new FakeKernel());
    channel.dispose();
    session.kernelChanged.emit({});
    assert.deepEqual(heard, []);
    assert.equal(session.kernelChanged.slots.size + session.statusChanged.slots.size, 0);
  });
});
