import "../standIn/register.js";
import assert from "node:assert/strict";
import type * as standIn from "../standIn/vscode.js";

const { asked } = (await import("vscode")) as unknown as typeof standIn;
const { InstallPackage, installWithNpm } = await import("../../../extension/language/installPackage.js");

describe("the remedy for a missing package", () => {
  const offered = (...diagnostics: object[]) =>
    new InstallPackage().provideCodeActions({} as never, {} as never, { diagnostics } as never);
  const missing = (name: string) => ({ message: "No.", install: { name, folder: "/notebooks" } });
  beforeEach(() => (asked.terminals.length = 0));

  it("is offered for each package, and for no other mistake", () => {
    const found = [missing("left-pad"), { message: "No." }, missing("@scope/name.js")];
    const actions = offered(...found);
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command!.arguments]),
      [
        ["Install left-pad with npm", ["left-pad", "/notebooks"]],
        ["Install @scope/name.js with npm", ["@scope/name.js", "/notebooks"]],
      ],
    );
    assert.deepEqual(
      actions.map(({ diagnostics }) => diagnostics![0]),
      [found[0], found[2]],
    );
  });

  it("runs npm in the notebook's folder, in a terminal that is shown", () => {
    installWithNpm("left-pad", "/notebooks");
    assert.deepEqual(asked.terminals, [
      { name: "npm install left-pad", cwd: "/notebooks", sent: ["npm install left-pad"], shown: true },
    ]);
  });

  it("is none for what is not the name of a package", () => {
    for (const name of ["a; rm x", "--global", "-g", "$(x)", "a b", "@scope", "a\nb", "../a", "@a/b/c", ""]) {
      assert.deepEqual(offered(missing(name)), [], name);
      installWithNpm(name, "/notebooks");
    }
    assert.deepEqual(asked.terminals, []);
  });
});
