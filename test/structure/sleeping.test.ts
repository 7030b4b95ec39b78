import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";

const root = fileURLToPath(new URL("../..", import.meta.url));
const refused: Readonly<Record<string, string>> = {
  "a promise of a timer": "export const slept = () => new Promise((resolve) => setTimeout(resolve, 300));",
  "a promise of a timer in a block":
    "export const slept = () => new Promise((resolve) => { setTimeout(resolve, 300); });",
  "a promise of a timer that calls back":
    "export const slept = () => new Promise<void>((resolve) => setTimeout(() => resolve(), 300));",
  "the timer of node:timers/promises":
    'export { delay };\nimport { setTimeout as delay } from "node:timers/promises";',
  "Playwright's waitForTimeout":
    "export const slept = (page: { waitForTimeout(ms: number): void }) => page.waitForTimeout(300);",
};
const allowed: Readonly<Record<string, string>> = {
  "waiting for a condition":
    'import { until } from "../until.js";\nexport const waited = (file: () => boolean) => until("it is there", file);',
  "a timer that ends what has hung":
    "export const late = (end: () => void) => setTimeout(() => end(), 5000);",
};

describe("A test", function () {
  this.timeout(60_000);
  const eslint = new ESLint({ cwd: root });
  const messages = async (code: string, filePath: string): Promise<string[]> => {
    const [{ messages }] = await eslint.lintText(code, { filePath });
    return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
  };

  for (const [what, code] of Object.entries(refused)) {
    it(`may not sleep by ${what}`, async () => {
      const found = await messages(code, "test/kernel/probe.test.ts");
      assert.notEqual(found.length, 0);
      for (const each of found) assert.match(each, /^no-restricted-syntax: Wait for what is needed/);
    });
  }

  for (const [what, code] of Object.entries(allowed)) {
    it(`may wait by ${what}`, async () => {
      assert.deepEqual(await messages(code, "test/kernel/probe.test.ts"), []);
    });
  }
});

describe("A command of the extension", function () {
  this.timeout(60_000);

  it("may not show a progress notification that closes after its result is reported", async () => {
    const code =
      'import * as vscode from "vscode";\nexport const location = vscode.ProgressLocation.Notification;';
    const eslint = new ESLint({ cwd: root });
    const [{ messages }] = await eslint.lintText(code, { filePath: "extension/commands/probe.ts" });
    assert.match(messages.map(({ message }) => message).join(), /^Use withProgressNotification/);
  });
});
