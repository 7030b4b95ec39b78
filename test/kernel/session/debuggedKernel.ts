import { createRequire, SourceMap, type SourceMapPayload } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CellOutput } from "../../../kernel/contracts/cellOutput.js";
import { ChildProcessKernel, type ExecuteReply } from "../../../kernel/protocol/childProcessKernel.js";
import { DebuggerLine } from "../../../kernel/protocol/debuggerLine.js";
import { until } from "../../until.js";

/** The kernel may run in a folder from which packages are not found. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

interface Heard {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** A script that V8 has parsed. */
export interface ParsedScript {
  readonly scriptId: string;
  readonly url: string;
  readonly sourceMapURL: string;
  readonly startLine: number;
}

/** A pause of the main thread, with the stack of its frames. */
export interface Pause {
  readonly reason: string;
  /** Of a script that is held before it runs. */
  readonly data?: { readonly scriptId: string };
  readonly callFrames: readonly {
    readonly callFrameId: string;
    readonly functionName: string;
    readonly location: { readonly scriptId: string; readonly lineNumber: number };
  }[];
}

/** A kernel with a debugger of a few lines, which speaks the Chrome DevTools Protocol as VS Code's does. */
export class DebuggedKernel {
  readonly scripts: ParsedScript[] = [];
  readonly #answers = new Map<number, (heard: Heard) => void>();
  readonly #pauses: Pause[] = [];
  #line: DebuggerLine | undefined;
  #asked = 0;
  #seeksScript = false;

  private constructor(readonly kernel: ChildProcessKernel) {}

  static async start(cwd = process.cwd()): Promise<DebuggedKernel> {
    const kernel = await ChildProcessKernel.start({
      entry: fileURLToPath(new URL("../../../kernel/protocol/childProcessEntry.ts", import.meta.url)),
      execArgv: ["--import", tsx, "--no-force-async-hooks-checks"],
      cwd,
    });
    return new DebuggedKernel(kernel);
  }

  async attach(): Promise<void> {
    this.#pauses.length = 0;
    this.#line = new DebuggerLine(this.kernel, (message) => this.#hear(message as Heard));
    await this.ask("Runtime.enable");
    await this.ask("Debugger.enable");
    const instrumentation = "beforeScriptWithSourceMapExecution";
    await this.ask("Debugger.setInstrumentationBreakpoint", { instrumentation });
  }

  detach(): void {
    this.#line?.close();
  }

  /** @throws Error with the inspector's words, where it refuses */
  ask(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result!),
      );
      this.#line!.send({ id, method, params });
    });
  }

  /** Resolves when the main thread has paused. */
  paused(): Promise<Pause> {
    return until("the main thread pauses", () => this.#pauses.shift(), { everyMs: 25 });
  }

  /**
   * Attaches, and runs a cell with a breakpoint at a line, counted from 0, which is found by the source map.
   * @param file the local module to pause in, instead of the cell
   */
  async runWithBreak(code: string, line: number, condition?: string, file?: string) {
    const cell = "/notebooks/quickstart.ipynb/cell-W0.ts";
    await this.attach();
    this.#seeksScript = true;
    const ran = this.run(code, cell);
    for (;;) {
      const { scriptId } = (await this.paused()).data!;
      const script = this.scripts.find((each) => each.scriptId === scriptId);
      const map = script && mapOf(script);
      if (map?.sources[0] === (file ?? cell)) {
        this.#seeksScript = false;
        const location = { scriptId, lineNumber: compiledLine(map, line) };
        await this.ask("Debugger.setBreakpoint", { location, ...(condition !== undefined && { condition }) });
      }
      await this.ask("Debugger.resume");
      if (map?.sources[0] === (file ?? cell)) return { ran };
    }
  }

  /** What an expression is worth where a pause stands. */
  async value(pause: Pause, expression: string): Promise<unknown> {
    const { callFrameId } = pause.callFrames[0];
    const given = await this.ask("Debugger.evaluateOnCallFrame", {
      callFrameId,
      expression,
      returnByValue: true,
    });
    return (given.result as { value?: unknown; description?: string }).value;
  }

  async run(code: string, source?: string): Promise<{ reply: ExecuteReply; printed: string }> {
    const outputs: CellOutput[] = [];
    const reply = await this.kernel.execute(code, { onOutput: (output) => outputs.push(output), source });
    return { reply, printed: outputs.map((output) => ("text" in output ? output.text : "")).join("") };
  }

  async close(): Promise<void> {
    this.detach();
    await this.kernel.close();
  }

  /** Scripts that are not waited for go on, as in VS Code's debugger: the kernel may load some of its own at any time. */
  #notePause(pause: Pause): void {
    if (pause.reason !== "instrumentation" || this.#seeksScript) this.#pauses.push(pause);
    else void this.ask("Debugger.resume");
  }

  #hear(heard: Heard): void {
    if (heard.id !== undefined) this.#answers.get(heard.id)?.(heard);
    if (heard.method === "Debugger.scriptParsed") this.scripts.push(heard.params as unknown as ParsedScript);
    if (heard.method === "Debugger.paused") this.#notePause(heard.params as unknown as Pause);
  }
}

function mapOf({ sourceMapURL }: ParsedScript): SourceMapPayload | undefined {
  if (!sourceMapURL.startsWith("data:")) return undefined;
  return JSON.parse(Buffer.from(sourceMapURL.split(",")[1], "base64").toString()) as SourceMapPayload;
}

/** The first line of a script that was compiled from a line of the source. */
function compiledLine(map: SourceMapPayload, line: number): number {
  const found = new SourceMap(map);
  const row = [...Array(500).keys()].find((each) => {
    const entry = found.findEntry(each, 1000);
    return "originalLine" in entry && entry.originalLine === line;
  });
  if (row === undefined) throw new Error(`Nothing was compiled from line ${line}.`);
  return row;
}
