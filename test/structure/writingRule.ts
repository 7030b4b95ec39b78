import path from "node:path";
import { AST_NODE_TYPES, type TSESLint, type TSESTree } from "@typescript-eslint/utils";

/** Who writes otherwise than by `kernel/files`, and why a torn file cannot be taken for a whole one. */
export const otherWriters: Readonly<Record<string, string>> = {
  "kernel/engine/cache/stepCache.ts":
    "seals its files with a digest and renames them, without blocking the thread",
  "kernel/engine/cache/seal.ts":
    "a secret that the first of several processes makes, and that counts only at its full length",
  "kernel/session/outputLimit.ts": "a log of what a cell prints, read as it grows",
  "kernel/protocol/transport/refusalLog.ts": "writes to stderr",
  "kernel/session/errorLog.ts": "writes to stderr",
  "kernel/session/writtenDuring.ts": "a file that a program writes to, read and removed when it ends",
  "kernel/aen/sources/video/frameWriter.ts": "frames of a folder that is renamed when all are there",
  "kernel/aen/sources/video/placeClip.ts": "renames that folder",
  "kernel/aen/prediction/predictionTable.ts":
    "adds rows; its record says up to where they are whole, and the rest is cut off",
  "kernel/commands/jupyterKernel/labExtension.ts":
    "copies of our own scripts, beside those in use until the extension's description, written whole, names them",
  "extension/packaging/stage.ts": "builds the package, in a folder that it empties first",
  "extension/packaging/stageWeb.ts": "builds the package, in a folder that it empties first",
  "extension/packaging/foreignPackages.ts": "builds the package, in a folder that it empties first",
  "media/pictures/syntheticFaces.ts": "draws our own pictures, by hand",
  "media/build/generateSchemas.ts": "writes our own schemas, by hand",
};

/** What writes in place, or puts one file in place of another. */
const writes =
  /^(?:writeFile|appendFile|copyFile|cp|rename|link|symlink|write|writev|truncate|ftruncate|createWriteStream|openSync)(?:Sync)?$/;

/** ESLint's rule for files: the kernel's are written by kernel/files, whole or line by line. */
export const writingRule: TSESLint.RuleModule<"elsewhere" | "byName"> = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      elsewhere:
        "{{name}} can leave half a file. Write with kernel/files (writeAtomically, LineFile), or say in test/structure/writingRule.ts why not.",
      byName: "Import from node:fs by name, so that it shows who writes files.",
    },
  },
  defaultOptions: [],
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join("/");
    if (file.startsWith("kernel/files/") || file in otherWriters) return {};
    const report = (node: TSESTree.Node, name: string) =>
      context.report({ node, messageId: "elsewhere", data: { name } });
    return {
      ImportDeclaration(node) {
        if (!isFileSystem(node.source)) return;
        for (const specifier of node.specifiers) {
          const name = importedName(specifier);
          if (name === null) context.report({ node: specifier, messageId: "byName" });
          else if (writes.test(name)) report(specifier, name);
        }
      },
      ImportExpression: (node) => {
        if (isFileSystem(node.source)) context.report({ node, messageId: "byName" });
      },
      CallExpression: (node) => {
        const name = writingCall(node);
        if (name) report(node, name);
      },
    };
  },
};

function isFileSystem(node: TSESTree.Node): boolean {
  return node.type === AST_NODE_TYPES.Literal && /^(?:node:)?fs(?:\/promises)?$/.test(String(node.value));
}

/** null for all of the module, by whatever name. */
function importedName(specifier: TSESTree.ImportClause): string | null {
  if (specifier.type !== AST_NODE_TYPES.ImportSpecifier) return null;
  const { imported } = specifier;
  const name = imported.type === AST_NODE_TYPES.Identifier ? imported.name : imported.value;
  return ["default", "promises"].includes(name) ? null : name;
}

/** sharp's toFile, and open for anything but reading. */
function writingCall({ callee, arguments: given }: TSESTree.CallExpression): string | null {
  if (callee.type === AST_NODE_TYPES.MemberExpression && callee.property.type === AST_NODE_TYPES.Identifier)
    return callee.property.name === "toFile" && given.length > 0 ? "toFile" : null;
  if (callee.type !== AST_NODE_TYPES.Identifier || callee.name !== "open") return null;
  const flags = given[1];
  return flags?.type === AST_NODE_TYPES.Literal && typeof flags.value === "string" && flags.value !== "r"
    ? `open "${flags.value}"`
    : null;
}
