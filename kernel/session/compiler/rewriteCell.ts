import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";
import { EmittedCode } from "./emittedCode.js";
import { anonymousDefault, isDefaultExport, withoutExport } from "./exportModifiers.js";
import { exportedNames, importBindings } from "./moduleBindings.js";
import { ScopeReferences } from "./scopeReferences.js";
import { declaredNames, importedNames, isTypeOnlyStatement, nestedVariables } from "./topLevel.js";

/** What a file is emitted as: a cell shows its last expression, a module provides its exports. */
export type RewriteKind = "cell" | "module";

/**
 * Turns the top level of a file into assignments to a scope object that outlives it: `const x = 1` becomes
 * `__scope.x = 1`, and every reference to a top-level name, or to a name from an earlier cell, becomes
 * `__scope.name`. Imports become awaited run-time calls. The result is the body of an async function.
 *
 * @param prefixLength the length of the text before the user's own, which is dropped
 */
export function rewriteTopLevel(
  checker: TypeScript.TypeChecker,
  prefixLength: number,
  kind: RewriteKind,
): TypeScript.TransformerFactory<TypeScript.SourceFile> {
  return (context) => (file) => new Rewriter(checker, context, file, prefixLength, kind).rewrite();
}

class Rewriter {
  readonly #factory: TypeScript.NodeFactory;
  readonly #emit: EmittedCode;
  readonly #references: ScopeReferences;

  constructor(
    readonly checker: TypeScript.TypeChecker,
    context: TypeScript.TransformationContext,
    readonly file: TypeScript.SourceFile,
    readonly prefixLength: number,
    readonly kind: RewriteKind,
  ) {
    this.#factory = context.factory;
    this.#emit = new EmittedCode(context.factory);
    this.#references = new ScopeReferences(checker, context, this.#emit, file);
  }

  rewrite(): TypeScript.SourceFile {
    const own = this.file.statements.filter(
      (statement) => statement.getStart(this.file) >= this.prefixLength,
    );
    const hoisted = [...this.#nestedVariables(own), ...own.flatMap((statement) => this.#hoisted(statement))];
    const last =
      this.kind === "cell"
        ? own.findLast((each) => !isTypeOnlyStatement(each) && !ts.isExportDeclaration(each))
        : undefined;
    const body = own.flatMap((statement) =>
      statement === last && ts.isExpressionStatement(statement)
        ? [this.#result(statement)]
        : this.#statement(statement),
    );
    const exports = this.kind === "module" ? this.#exports(own) : [];
    return this.#factory.updateSourceFile(this.file, [...exports, ...hoisted, ...body]);
  }

  // ---- top-level statements

  /** `var` in blocks and loops is there from the beginning, whether it is reached or not. */
  #nestedVariables(statements: readonly TypeScript.Statement[]): TypeScript.Statement[] {
    const names = [...new Set(statements.flatMap(nestedVariables))];
    if (names.length === 0) return [];
    const nothing = this.#factory.createVoidZero();
    return [...names.map((name) => this.#emit.assignTo(name, nothing)), this.#emit.ran(names)];
  }

  /** What runs first: imports, and functions, which may be called above their declaration. */
  #hoisted(statement: TypeScript.Statement): TypeScript.Statement[] {
    if (ts.isImportDeclaration(statement)) return this.#import(statement);
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier && this.kind === "cell")
      return [this.#emit.call("import", [statement.moduleSpecifier], true)];
    if (ts.isFunctionDeclaration(statement) && statement.body && statement.name)
      return [this.#emit.assign(statement.name.text, statement.name), this.#emit.ran([statement.name.text])];
    return [];
  }

  #statement(statement: TypeScript.Statement): TypeScript.Statement[] {
    if (isTypeOnlyStatement(statement)) return [];
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return [];
    if (ts.isVariableStatement(statement)) return this.#variables(statement);
    if (ts.isExportAssignment(statement)) return [this.#defaultExport(statement.expression)];
    if (ts.isImportEqualsDeclaration(statement)) return this.#importEquals(statement);
    if (
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement) ||
      ts.isModuleDeclaration(statement)
    )
      return this.#declaration(statement);
    return [this.#references.visit(statement) as TypeScript.Statement];
  }

  #variables(statement: TypeScript.VariableStatement): TypeScript.Statement[] {
    const list = statement.declarationList;
    const expressions = list.declarations.map((each) => this.#references.variable(this.#used(each, list)));
    const names = list.declarations.flatMap((each) => declaredNames(each.name));
    return [
      ...expressions.map((each) => this.#factory.createExpressionStatement(each)),
      ...(names.length > 0 ? [this.#emit.ran(names)] : []),
    ];
  }

  /** `using x = value` keeps its value until the end of the cell: `x = __cell.using(value)`. */
  #used(
    declaration: TypeScript.VariableDeclaration,
    { flags }: TypeScript.VariableDeclarationList,
  ): TypeScript.VariableDeclaration {
    const kind = flags & ts.NodeFlags.BlockScoped;
    const isAsync = kind === ts.NodeFlags.AwaitUsing;
    if (!declaration.initializer || (!isAsync && kind !== ts.NodeFlags.Using)) return declaration;
    const { name, exclamationToken, type, initializer } = declaration;
    const args = isAsync ? [initializer, this.#factory.createTrue()] : [initializer];
    const held = this.#emit.runtimeCall("using", args);
    return this.#factory.updateVariableDeclaration(declaration, name, exclamationToken, type, held);
  }

  #declaration(
    statement:
      | TypeScript.FunctionDeclaration
      | TypeScript.ClassDeclaration
      | TypeScript.EnumDeclaration
      | TypeScript.ModuleDeclaration,
  ): TypeScript.Statement[] {
    const isDefault = isDefaultExport(statement);
    const visited = withoutExport(this.#references.visit(statement) as typeof statement, this.#factory);
    const name = statement.name && ts.isIdentifier(statement.name) ? statement.name.text : undefined;
    if (ts.isFunctionDeclaration(statement)) {
      if (!statement.body) return [];
      if (name) return [visited];
    }
    if (!name) return [this.#emit.assignTo("default", anonymousDefault(visited, this.#factory))];
    const reference = this.#factory.createIdentifier(name);
    return [
      visited,
      this.#emit.assign(name, reference),
      ...(isDefault ? [this.#emit.assignTo("default", reference)] : []),
      this.#emit.ran([name]),
    ];
  }

  // ---- imports and exports

  #import(statement: TypeScript.ImportDeclaration): TypeScript.Statement[] {
    const bindings = importBindings(statement, this.checker);
    const names = importedNames(statement);
    // Later cells know imported types as well.
    if (bindings === "elided") return [this.#emit.ran(names)];
    const load = this.#load(statement.moduleSpecifier, statement.attributes);
    if (bindings.length === 0) return [this.#factory.createExpressionStatement(load)];
    const table = this.#factory.createObjectLiteralExpression(
      bindings.map(({ local, imported }) =>
        this.#factory.createPropertyAssignment(
          this.#factory.createStringLiteral(local),
          this.#factory.createStringLiteral(imported),
        ),
      ),
    );
    const bind = this.#emit.runtimeCall("bind", [load, table, statement.moduleSpecifier]);
    return [ts.setTextRange(this.#factory.createExpressionStatement(bind), statement), this.#emit.ran(names)];
  }

  #load(
    specifier: TypeScript.Expression,
    attributes?: TypeScript.ImportAttributes,
  ): TypeScript.AwaitExpression {
    const type = attributes?.elements.find((each) => each.name.text === "type")?.value;
    return this.#factory.createAwaitExpression(
      this.#emit.runtimeCall("import", type ? [specifier, type] : [specifier]),
    );
  }

  #importEquals(statement: TypeScript.ImportEqualsDeclaration): TypeScript.Statement[] {
    const reference = statement.moduleReference;
    const value = ts.isExternalModuleReference(reference)
      ? this.#factory.createCallExpression(this.#factory.createIdentifier("require"), undefined, [
          reference.expression,
        ])
      : this.#entity(reference);
    return [this.#emit.assign(statement.name.text, value), this.#emit.ran([statement.name.text])];
  }

  #entity(name: TypeScript.EntityName): TypeScript.Expression {
    return ts.isIdentifier(name)
      ? (this.#references.visit(name) as TypeScript.Expression)
      : this.#factory.createPropertyAccessExpression(this.#entity(name.left), name.right.text);
  }

  #defaultExport(expression: TypeScript.Expression): TypeScript.Statement {
    const value = this.#references.expression(expression);
    if (this.kind === "cell")
      return this.#factory.createExpressionStatement(this.#emit.runtimeCall("result", [value]));
    return this.#emit.assignTo("default", this.#references.named("default", value));
  }

  /** A module's exports as functions that read the current value, so that importers see later changes. */
  #exports(statements: readonly TypeScript.Statement[]): TypeScript.Statement[] {
    const { named, starred, reexported } = exportedNames(statements, this.checker);
    const properties = named.map(({ exported, local }) =>
      this.#factory.createPropertyAssignment(
        this.#factory.createStringLiteral(exported),
        this.#factory.createArrowFunction(
          undefined,
          undefined,
          [],
          undefined,
          undefined,
          this.#emit.scoped(local),
        ),
      ),
    );
    const from = reexported.map(({ specifier, names }) =>
      this.#emit.call(
        "reexport",
        [
          this.#load(specifier),
          this.#factory.createObjectLiteralExpression(
            names.map(({ exported, imported }) =>
              this.#factory.createPropertyAssignment(
                this.#factory.createStringLiteral(exported),
                this.#factory.createStringLiteral(imported),
              ),
            ),
          ),
        ],
        false,
      ),
    );
    return [
      this.#emit.call("exports", [this.#factory.createObjectLiteralExpression(properties)], false),
      ...from,
      ...starred.map((specifier) => this.#emit.call("reexport", [this.#load(specifier)], false)),
    ];
  }

  #result(statement: TypeScript.ExpressionStatement): TypeScript.Statement {
    const call = this.#emit.runtimeCall("result", [this.#references.expression(statement.expression)]);
    return ts.setTextRange(this.#factory.createExpressionStatement(call), statement);
  }
}
