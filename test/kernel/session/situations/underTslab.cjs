// Runs cells under tslab's own converter and executor; reads situations as JSON on stdin, prints what the last cell of
// each puts out as JSON.
const { format } = require("node:util");
const { createConverter } = require("tslab/dist/converter.js");
const { createExecutor } = require("tslab/dist/executor.js");

const write = process.stdout.write.bind(process.stdout);
let text = "";
process.stdout.write = (chunk) => ((text += chunk), true);
process.stderr.write = () => true;

/** What an error that tslab prints says, without its stack. */
function said(args) {
  const [error] = args;
  if (error instanceof Error) return `error: ${error.name}: ${error.message}`;
  return `error: ${format(...args)}`;
}
const console_ = {
  log: (...args) => (text += format(...args)),
  error: (...args) => (text = said(args)),
};

async function main() {
  const given = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
  const node = createConverter();
  const executor = createExecutor(process.cwd(), { node, browser: node, close() {} }, console_);
  const found = [];
  for (const cells of given) {
    executor.reset();
    for (const cell of cells) {
      text = "";
      await executor.execute(cell);
    }
    found.push(text);
  }
  node.close();
  write(JSON.stringify(found), () => process.exit(0));
}
main();
