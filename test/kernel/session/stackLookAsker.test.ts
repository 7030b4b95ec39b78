import assert from "node:assert/strict";
import { newSharedState, sharedState } from "../../../kernel/session/sharedState.js";
import { unseen, verdicts } from "../../../kernel/session/stackLook.js";
import { StackLookAsker } from "../../../kernel/session/stackLookAsker.js";
import type { ThreadInspector } from "../../../kernel/session/threadInspector.js";
import { until } from "../../until.js";

/** An inspector whose thread answers when it is told to. */
function inspector() {
  const asked: ((answer: unknown) => void)[] = [];
  const post = (_method: string, _params: object, hear: (answer: unknown) => void) => void asked.push(hear);
  return { asked, inspector: { post } as unknown as ThreadInspector };
}

describe("a thread that has the main thread look at its stack", () => {
  it("acts on what the main thread finds while that one waits, then lets it go on", async () => {
    const state = newSharedState();
    const seen: number[][] = [];
    const { asked, inspector: given } = inspector();
    const asker = new StackLookAsker(given, state, (verdict) =>
      seen.push([verdict, state[sharedState.verdict]]),
    );
    asker.ask(false);
    asker.ask(false);
    assert.equal(asked.length, 1, "a look that is not over is not asked for again");
    Atomics.store(state, sharedState.verdict, verdicts.terminate);
    await until(
      "the main thread is let go",
      () => Atomics.load(state, sharedState.verdict) === verdicts.none,
    );
    assert.deepEqual(seen, [[verdicts.terminate, verdicts.taken]]);
    asked[0]({ result: {} });
    asker.ask(false);
    assert.equal(asked.length, 2);
    asker.end();
  });

  it("has the thread paused where it cannot look", () => {
    const seen: number[] = [];
    const { asked, inspector: given } = inspector();
    new StackLookAsker(given, newSharedState(), (verdict) => seen.push(verdict)).ask(true);
    asked[0]({ result: { value: unseen } });
    assert.deepEqual(seen, [verdicts.pause]);
  });
});
