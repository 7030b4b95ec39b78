import "./standIn/register.js";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { temporaryFolder } from "../temporaryFolder.js";
import type * as standIn from "./standIn/vscode.js";

const { asked, Uri } = (await import("vscode")) as unknown as typeof standIn;
const { activate } = await import("../../extension/extension.js");

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}
const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

describe("the extension", () => {
  const storage = temporaryFolder();
  const subscriptions: { dispose(): void }[] = [];
  before(() => {
    for (const list of [
      asked.trees,
      asked.controllers,
      asked.providers,
      asked.statusBarItems,
      asked.messagings,
    ])
      list.length = 0;
    const memory = { get: (_key: string, usual: unknown) => usual, update: async () => {} };
    activate({
      ...{ subscriptions, workspaceState: memory, environmentVariableCollection: { prepend: () => {} } },
      ...{
        extensionPath: "/extension",
        extensionUri: Uri.file("/extension"),
        extension: { id: "publisher.aen" },
      },
      globalStorageUri: Uri.file(storage),
    } as never);
  });
  after(() => subscriptions.forEach((each) => each.dispose()));

  it("answers every command and fills every view that package.json names", () => {
    const commands = contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      [...asked.commands.keys()].filter((id) => id.startsWith("aen.")).sort(),
      commands.sort(),
    );
    const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => id));
    assert.deepEqual(asked.trees.map(({ id }) => id).sort(), views.sort());
    assert.equal(asked.controllers.length, 1);
    assert.deepEqual(asked.providers.map(([kind]) => kind).sort(), [
      ...["completion", "definition", "hover", "inlay hints", "references", "remedies", "remedies", "rename"],
      ...["signature help", ...Array<string>(4).fill("status bar of cells")],
      "type definition",
    ]);
    assert.deepEqual(
      [asked.statusBarItems.length, asked.messagings.length],
      [3, 1],
      "kernel, progress and lesson, views",
    );
  });

  it("tells the user what goes wrong in a command", async () => {
    await asked.commands.get("aen.interruptKernel")!();
    assert.match(asked.messages.at(-1)!, /select the kernel AEN \(TypeScript\) first/);
    assert.match(asked.logged.at(-1)!, /^error: Error: Open a notebook/);
  });

  it("gives everything back when it ends, also twice", () => {
    for (const each of [...subscriptions, ...subscriptions]) each.dispose();
    assert.deepEqual(
      [...asked.commands.keys()].filter((id) => id.startsWith("aen.")),
      [],
    );
  });
});
