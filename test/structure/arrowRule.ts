import path from "node:path";
import { AST_NODE_TYPES, type TSESLint, type TSESTree } from "@typescript-eslint/utils";
import { refusal } from "./rooms.js";

/** ESLint's rule for imports between rooms, types included; see rooms.ts. */
export const arrowRule: TSESLint.RuleModule<"refused"> = {
  meta: { type: "problem", schema: [], messages: { refused: "{{why}}" } },
  defaultOptions: [],
  create(context) {
    const from = path.relative(context.cwd, context.filename).split(path.sep).join("/");
    const check = (node: TSESTree.Node, specifier: TSESTree.Node | null | undefined) => {
      if (specifier?.type !== AST_NODE_TYPES.Literal || typeof specifier.value !== "string") return;
      const why = refusal(from, target(from, specifier.value));
      if (why) context.report({ node, messageId: "refused", data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source),
    };
  },
};

/** The module that a specifier names, from the root of the project; a package as it is named. */
function target(from: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}
