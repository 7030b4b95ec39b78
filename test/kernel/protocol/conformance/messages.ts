import assert from "node:assert/strict";
import { it } from "mocha";
import type { TestClient } from "./client.js";

/** The messages of the Jupyter protocol, one by one. */
export function messages(client: () => TestClient): void {
  it("introduces itself", async () => {
    const { reply, types } = await client().request("kernel_info_request");
    assert.equal(reply.status, "ok");
    assert.equal(reply.protocol_version, "5.4");
    const language = reply.language_info as Record<string, string>;
    assert.deepEqual([language.name, language.file_extension], ["typescript", ".ts"]);
    assert.deepEqual(types, ["status", "status"]);
    assert.match(String(reply.banner), /^AEN Notebook \d.*: TypeScript on Node \d/);
    for (const { text, url } of reply.help_links as { text: string; url: string }[]) {
      assert.match(text, /^[A-Z]/);
      assert.equal(new URL(url).protocol, "https:");
    }
  });

  it("sends busy, execute_input, execute_result and idle, with one count", async () => {
    const { reply, types, published } = await client().run("const one = 1;\none + 1");
    assert.deepEqual(types, ["status", "execute_input", "execute_result", "status"]);
    const counts = published
      .map(({ content }) => content.execution_count)
      .filter((each) => each !== undefined);
    assert.deepEqual(counts, [reply.execution_count, reply.execution_count]);
  });

  it("answers user expressions, each by itself", async () => {
    const expressions = { three: "one + 2", wrong: "nothing", thrown: "(() => { throw new Error('no') })()" };
    const { reply } = await client().run("", { user_expressions: expressions });
    const found = (await client().run("one", { user_expressions: expressions })).reply
      .user_expressions as Record<string, { status: string; data?: Record<string, string>; ename?: string }>;
    assert.equal(reply.status, "ok");
    assert.equal(found.three.data!["text/plain"], "3");
    assert.deepEqual([found.wrong.status, found.wrong.ename], ["error", "TypeCheckError"]);
    assert.deepEqual([found.thrown.status, found.thrown.ename], ["error", "Error"]);
  });

  it("runs silent cells without a count, an input or a result", async () => {
    const before = (await client().run("1")).reply.execution_count;
    assert.deepEqual((await client().run("one", { silent: true })).types, ["status", "status"]);
    assert.equal((await client().run("1", { store_history: false })).reply.execution_count, before);
    assert.equal((await client().run("1")).reply.execution_count, Number(before) + 1);
  });

  it("drops what waits after an error, and only that; with stop_on_error false nothing", async () => {
    const ask = (code: string, content = {}) => client().send("execute_request", { code, ...content });
    // It fails once the others wait: a kernel runs what arrives after the error.
    const failing = "await new Promise((resolve) => setTimeout(resolve, 500)); throw new Error('first')";
    const sent = [ask(failing), ask("1"), ask("2")];
    const [failed, ...dropped] = await Promise.all(sent.map((id) => client().answer(id)));
    assert.deepEqual([failed.reply.status, failed.types.includes("error")], ["error", true]);
    assert.deepEqual(
      dropped.map(({ reply }) => reply.status),
      ["aborted", "aborted"],
    );
    assert.equal(await client().value("3"), "3");
    const kept = [ask("throw new Error('second')", { stop_on_error: false }), ask("4")];
    assert.equal((await client().answer(kept[0])).reply.status, "error");
    assert.equal((await client().answer(kept[1])).result, "4");
  });

  it("judges completeness", async () => {
    const judge = async (code: string) => (await client().request("is_complete_request", { code })).reply;
    assert.equal((await judge("1 + 1")).status, "complete");
    const open = await judge("function f() {");
    assert.deepEqual([open.status, open.indent], ["incomplete", "  "]);
    assert.equal((await judge("const s = `a")).status, "incomplete");
    assert.equal((await judge("x = ) 1")).status, "invalid");
  });

  it("completes, inspects and helps with calls, in code points", async () => {
    const code = "const s = '\u{1F600}'; one.toFi";
    const { reply } = await client().request("complete_request", { code, cursor_pos: 23 });
    assert.deepEqual([reply.matches, reply.cursor_start, reply.cursor_end], [["toFixed"], 19, 23]);
    const inspected = await client().request("inspect_request", {
      code: "one",
      cursor_pos: 1,
      detail_level: 0,
    });
    assert.match((inspected.reply.data as Record<string, string>)["text/plain"], /const one: 1/);
    const nothing = await client().request("inspect_request", { code: "   ", cursor_pos: 1 });
    assert.equal(nothing.reply.found, false);
    const help = await client().request("aen.signature_help_request", {
      code: "one.toFixed(",
      cursor_pos: 12,
    });
    assert.match(JSON.stringify(help.reply.help), /toFixed\(fractionDigits\?: number\): string/);
  });

  it("completes what is preloaded, with its types", async () => {
    const names = async (code: string) =>
      (await client().request("complete_request", { code, cursor_pos: code.length })).reply
        .matches as string[];
    assert.ok((await names("ae")).includes("aen"));
    assert.ok((await names("aen.cl")).includes("clips"));
    assert.ok((await names("tf.mat")).includes("matMul"));
  });

  it("remembers what was run", async () => {
    await client().run("const remembered = 1");
    await client().run("'last'");
    const ask = async (content: object) =>
      (await client().request("history_request", { output: false, raw: true, ...content })).reply.history as [
        number,
        number,
        string,
      ][];
    assert.deepEqual(
      (await ask({ hist_access_type: "tail", n: 2 })).map(([, , code]) => code),
      ["const remembered = 1", "'last'"],
    );
    const [[, line]] = await ask({ hist_access_type: "search", pattern: "*remembered*", n: 1 });
    assert.equal(
      (await ask({ hist_access_type: "range", start: line, stop: line + 1 }))[0][2],
      "const remembered = 1",
    );
  });

  it("closes comms to targets that nobody has, and lists those that are open", async () => {
    const id = client().send("comm_open", { comm_id: "lost", target_name: "nobody", data: {} });
    const closed = await client().until(
      ({ header, content }) => header.msg_type === "comm_close" && content.comm_id === "lost",
    );
    assert.equal(closed.channel, "iopub");
    await client().until(
      ({ parent_header: parent, content }) => parent.msg_id === id && content.execution_state === "idle",
    );
    assert.deepEqual((await client().request("comm_info_request")).reply.comms, {});
  });

  it("refuses debugging politely", async () => {
    const { reply } = await client().request(
      "debug_request",
      { seq: 1, type: "request", command: "initialize" },
      "control",
    );
    assert.deepEqual([reply.success, reply.command], [false, "initialize"]);
  });

  it("asks for input, by input() and by process.stdin", async () => {
    client().onInput = ({ prompt, password }) => (password ? "secret" : `${String(prompt)}Ada`);
    assert.equal(await client().value("await input('Name? ')"), "'Name? Ada'");
    assert.equal(await client().value("await input('Key? ', { password: true })"), "'secret'");
    const refused = await client().run("await input('x')", { allow_stdin: false });
    assert.match(String(refused.reply.evalue), /takes no input/);
    const lines =
      "import readline from 'node:readline/promises'; const asked = readline.createInterface({ input: process.stdin });";
    assert.equal(
      await client().value(`${lines} const line = await asked.question(''); asked.close(); line`),
      "'Ada'",
    );
  });

  it("answers a malformed request with an error, and keeps working", async () => {
    assert.equal((await client().request("execute_request", { code: 5 })).reply.status, "error");
    assert.equal((await client().request("complete_request", { code: null })).reply.status, "error");
    client().send("no_such_request", {});
    client().send("comm_msg", { comm_id: 7 });
    assert.equal(await client().value("1"), "1");
  });
}
