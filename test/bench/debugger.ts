import { execFileSync } from "node:child_process";
import { ChildProcessKernel } from "../../kernel/protocol/childProcessKernel.js";
import { DebuggerLine } from "../../kernel/protocol/debuggerLine.js";

const rounds = 9;

/** `without`: no debugger can find the cell; `possible`: one could; `attached`: one is, without a breakpoint. */
const ways = ["without", "possible", "attached"] as const;
type Way = (typeof ways)[number];

const data = `const clips = await aen.clips.synthetic({ perEmotion: 8, size: 48, frames: 8, seed: 1 });
let calls = 0;
const damp = aen.lossTerm("damp", ({ frameLogits }) => (calls++, tf.mean(tf.square(frameLogits))), { weight: 0.01 });
const loss = aen.withTerms(aen.lossTerms(), damp);`;
const training = `const begun = performance.now();
await aen.train(aen.model("tiny"), clips, { epochs: 12, seed: 1, pretraining: false, loss });
console.log(performance.now() - begun);`;

/** Seconds of one training with a user's loss term, in one kernel, in turns: medians, and their ratios. */
export async function bench(): Promise<void> {
  execFileSync(process.execPath, ["esbuild.config.js", "--if-stale", "--no-types"]);
  const entry = new URL("../../dist/kernel/protocol/childProcessEntry.js", import.meta.url).pathname;
  const kernel = await ChildProcessKernel.start({ entry, cwd: process.cwd() });
  await printed(kernel, data, "attached");
  await timed(kernel, "attached");
  const found: Record<Way, number[]> = { without: [], possible: [], attached: [] };
  for (let round = 0; round < rounds; round++)
    for (const way of turned(round)) found[way].push(await timed(kernel, way));
  const [without, possible, attached] = ways.map((way) => median(found[way]));
  const ratios = { possibleOverWithout: possible / without, attachedOverWithout: attached / without };
  console.log(JSON.stringify({ rounds, without, possible, attached, ...ratios }));
  await kernel.close();
}

/** Each round begins with another way. */
function turned(round: number): Way[] {
  return ways.map((_, index) => ways[(index + round) % ways.length]);
}

async function timed(kernel: ChildProcessKernel, way: Way): Promise<number> {
  const line = way === "attached" ? attach(kernel) : undefined;
  try {
    return Number(await printed(kernel, training, way)) / 1000;
  } finally {
    line?.close();
  }
}

/** What VS Code's debugger asks for when it attaches and no breakpoint is set. */
function attach(kernel: ChildProcessKernel): DebuggerLine {
  const line = new DebuggerLine(kernel, () => {});
  const asked = ["Runtime.enable", "Profiler.enable", "Debugger.enable"].map((method) => ({
    method,
    params: {},
  }));
  const patterns = ["^(.+\\/)?node_modules\\/", "^file:\\/\\/.+\\/dist\\/kernel\\/", "^(node:)?internal\\/"];
  const more = [
    { method: "Debugger.setBlackboxPatterns", params: { patterns } },
    { method: "Debugger.setPauseOnExceptions", params: { state: "none" } },
  ];
  [...asked, ...more].forEach((request, id) => line.send({ id, ...request }));
  return line;
}

async function printed(kernel: ChildProcessKernel, code: string, way: Way): Promise<string> {
  let text = "";
  const source = way === "without" ? undefined : "/notebooks/bench.ipynb/cell-W0.ts";
  const reply = await kernel.execute(code, {
    onOutput: (output) => (text += output.output_type === "stream" ? output.text : ""),
    source,
  });
  if (reply.status !== "ok") throw new Error(reply.evalue);
  return text;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
