import type * as TypeScript from "typescript";
import { EmittedCode } from "./emittedCode.js";
import { ts } from "./typescript.js";

/**
 * Rewrites what TypeScript itself has added to a file after our own transformation: the import of a JSX runtime becomes
 * a run-time call, and references to names of the scope (`React` of classic JSX, classes in the metadata of decorators)
 * become `__scope.name`.
 */
export function rewriteSynthesized(
  source: TypeScript.SourceFile,
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => (file) => {
    const emit = new EmittedCode(context.factory);
    const scoped = namesInScope(source);
    const visit = (node: TypeScript.Node): TypeScript.Node => {
      if (ts.isImportDeclaration(node)) return loaded(node, emit);
      if (ts.isIdentifier(node) && scoped.has(node.text) && isAdded(node)) return emit.scoped(node.text);
      return ts.visitEachChild(node, visit, context);
    };
    return ts.visitEachChild(file, visit, context);
  };
}

/** The names at the top level of a file that are no variables in the emitted code: all but functions and classes. */
function namesInScope(source: TypeScript.SourceFile): Set<string> {
  const { locals = new Map<string, unknown>() } = source as unknown as { locals?: Map<string, unknown> };
  const names = new Set(locals.keys());
  for (const statement of source.statements)
    if (isBinding(statement) && statement.name && ts.isIdentifier(statement.name))
      names.delete(statement.name.text);
  return names;
}

function isBinding(
  statement: TypeScript.Statement,
): statement is TypeScript.ClassDeclaration | TypeScript.FunctionDeclaration {
  return ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement);
}

/** Whether TypeScript has made a reference: such a one stands under a node that holds no identifier in the source. */
function isAdded(node: TypeScript.Identifier): boolean {
  const parent = node.parent as TypeScript.Node | undefined;
  if (!parent) return false;
  if (ts.isJsxOpeningElement(parent) || ts.isJsxSelfClosingElement(parent)) return parent.tagName !== node;
  return ts.isJsxOpeningFragment(parent) || ts.isSourceFile(parent) || ts.isBlock(parent);
}

/** `import { jsx as _jsx } from "react/jsx-runtime"` as `const { jsx: _jsx } = await __cell.import("react/jsx-runtime")` */
function loaded(
  { importClause, moduleSpecifier }: TypeScript.ImportDeclaration,
  emit: EmittedCode,
): TypeScript.Node {
  const { factory } = emit;
  const bindings = importClause?.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  const pattern = factory.createObjectBindingPattern(
    elements.map(({ name, propertyName }) =>
      factory.createBindingElement(undefined, propertyName ?? name, name),
    ),
  );
  const load = factory.createAwaitExpression(emit.runtimeCall("import", [moduleSpecifier]));
  const declaration = factory.createVariableDeclaration(pattern, undefined, undefined, load);
  return factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList([declaration], ts.NodeFlags.Const),
  );
}
