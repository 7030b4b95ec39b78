import assert from "node:assert/strict";
import { it } from "mocha";
import type { TestClient } from "./client.js";

/** What cells put out: nothing lost, nothing in the wrong cell. */
export function outputs(client: () => TestClient): void {
  it("names what JSON cannot hold in an error, and goes on", async () => {
    const { reply } = await client().run("display.json({ deep: [1, { big: 12n }] })");
    assert.deepEqual([reply.status, reply.ename], ["error", "TypeError"]);
    assert.match(String(reply.evalue), /application\/json.*deep.*big/);
    const { published } = await client().run("display.json({ deep: [1] }); 1");
    const shown = published.filter(({ header }) => header.msg_type === "display_data");
    assert.deepEqual(
      shown.map(({ content }) => (content.data as Record<string, unknown>)["application/json"]),
      [{ deep: [1] }],
    );
  });

  it("delivers every line of a hundred thousand, in order, and then idle", async () => {
    const { text, types } = await client().run(
      "for (let line = 0; line < 100_000; line++) console.log(line)",
    );
    assert.equal(text, Array.from({ length: 100_000 }, (_, line) => `${line}\n`).join(""));
    assert.equal(types.at(-1), "status");
  });

  it("delivers ten megabytes in one write", async () => {
    const { text } = await client().run("process.stdout.write('\u00e9'.repeat(5_000_000)); undefined");
    assert.equal(text.length, 5_000_000);
    assert.ok(text === "\u00e9".repeat(5_000_000), "every character is the one that was written");
  });

  it("delivers a thousand updates of one display", async () => {
    const { published } = await client().run(
      "const shown = display(0, { id: 'd' }); for (let n = 1; n <= 1000; n++) await shown.update(n);",
    );
    const updates = published.filter(({ header }) => header.msg_type === "update_display_data");
    assert.equal(updates.length, 1000);
    assert.deepEqual(updates.at(-1)!.content.data, { "text/plain": "1000" });
    assert.deepEqual(updates.at(-1)!.content.transient, { display_id: "d" });
  });

  it("keeps the order of text, errors' text and displays", async () => {
    const { published } = await client().run(
      "for (let n = 0; n < 50; n++) { console.log('o' + n); console.error('e' + n); display.text('d' + n); }",
    );
    const seen = published.flatMap(({ header, content }) =>
      header.msg_type === "stream"
        ? String(content.text).trim().split("\n")
        : header.msg_type === "display_data"
          ? [(content.data as Record<string, string>)["text/plain"]]
          : [],
    );
    assert.deepEqual(seen, Array.from({ length: 50 }, (_, n) => [`o${n}`, `e${n}`, `d${n}`]).flat());
  });

  it("shows several forms in one bundle, and clears", async () => {
    const { published, types } = await client().run(
      "display.bundle({ 'text/html': '<b>x</b>', 'text/plain': 'x' }); display.clear({ wait: true })",
    );
    const shown = published.find(({ header }) => header.msg_type === "display_data")!;
    assert.deepEqual(shown.content.data, { "text/html": "<b>x</b>", "text/plain": "x" });
    assert.ok(types.includes("clear_output"));
  });

  it("brings late output and late errors to the cell that caused them", async () => {
    const early = client().send("execute_request", {
      code: "setTimeout(() => console.log('late'), 300); void new Promise((_, no) => setTimeout(() => no(new Error('later')), 350));",
    });
    await client().answer(early);
    const other = await client().run(
      "await new Promise((next) => setTimeout(next, 600)); console.log('own')",
    );
    const late = client().messages.filter(({ parent_header: parent }) => parent.msg_id === early);
    assert.ok(late.some(({ content }) => content.text === "late\n"));
    assert.ok(late.some(({ header, content }) => header.msg_type === "error" && content.evalue === "later"));
    assert.equal(other.text, "own\n");
  });

  it("reports a rejection that nobody handles in its cell, while it runs", async () => {
    const { published } = await client().run(
      "void Promise.reject(new RangeError('nobody')); await new Promise((next) => setTimeout(next, 50))",
    );
    assert.equal(published.find(({ header }) => header.msg_type === "error")?.content.ename, "RangeError");
  });

  it("loses nothing by process.exit", async () => {
    await client().run("const before = 1; process.exit(3)");
    const { reply } = await client().run("const after = 1; process.exit(3)");
    assert.deepEqual([reply.status, reply.ename], ["error", "ExitCalled"]);
    assert.equal(await client().value("before + after"), "2");
  });

  it("shows where an error is in the cell's own lines, without frames of the kernel", async () => {
    const { reply } = await client().run(
      "const x = 1;\nfunction far() {\n  throw new RangeError('too far');\n}\nawait null;\nfar();",
    );
    const at = `Cell [${String(reply.execution_count)}]`;
    assert.deepEqual(reply.traceback, ["RangeError: too far", `    at far (${at}:3:9)`, `    at ${at}:6:1`]);
  });

  it("keeps what a failed cell had declared before", async () => {
    await client().run("let survived = 'yes';\nthrow new Error('x');\nlet unreached = 1;");
    assert.equal(await client().value("survived"), "'yes'");
    assert.match(String((await client().run("unreached")).reply.evalue), /Cannot find name 'unreached'/);
  });
}
