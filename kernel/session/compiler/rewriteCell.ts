import type * as TypeScript from "typescript";
import { ts } from "./typescript.js";
import { assignmentTarget } from "./assignmentTarget.js";
import { anonymousDefault, isDefaultExport, withoutExport } from "./exportModifiers.js";
import { exportedNames, importBindings } from "./moduleBindings.js";
import { declaredNames, isTypeOnlyStatement } from "./topLevel.js";

/** The name under which emitted code reaches the variables of the notebook (or of a local module). */
export const scopeName = "__scope";
/** The name under which emitted code reaches the run time: imports, results, marks of what has run. */
export const runtimeName = "__cell";

/** What a file is emitted as: a cell shows its last expression, a module offers its exports. */
export type RewriteKind = "cell" | "module";

/**
 * Turns the top level of a file into assignments to a scope object that outlives it: `const x = 1` becomes
 * `__scope.x = 1`, and every reference to a name of the top level, or of an earlier cell, becomes
 * `__scope.name`. Imports become awaited calls of the run time. The result is the body of an async function.
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
  readonly #locals: ReadonlyMap<string, TypeScript.Symbol>;
  readonly #enclosingClasses: TypeScript.Symbol[] = [];

  constructor(
    readonly checker: TypeScript.TypeChecker,
    readonly context: TypeScript.TransformationContext,
    readonly file: TypeScript.SourceFile,
    readonly prefixLength: number,
    readonly kind: RewriteKind,
  ) {
    this.#factory = context.factory;
    this.#locals = (file as unknown as { locals?: Map<string, TypeScript.Symbol> }).locals ?? new Map();
  }

  rewrite(): TypeScript.SourceFile {
    const own = this.file.statements.filter(
      (statement) => statement.getStart(this.file) >= this.prefixLength,
    );
    const hoisted = own.flatMap((statement) => this.#hoisted(statement));
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

  /** What runs before everything else: imports, and functions, which may be called above their text. */
  #hoisted(statement: TypeScript.Statement): TypeScript.Statement[] {
    if (ts.isImportDeclaration(statement)) return this.#import(statement);
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier && this.kind === "cell")
      return [this.#call("import", [statement.moduleSpecifier], true)];
    if (ts.isFunctionDeclaration(statement) && statement.body && statement.name)
      return [this.#assign(statement.name.text, statement.name), this.#ran([statement.name.text])];
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
    return [this.visit(statement) as TypeScript.Statement];
  }

  #variables(statement: TypeScript.VariableStatement): TypeScript.Statement[] {
    const list = statement.declarationList;
    const expressions = list.declarations.map((each) => this.#variable(each));
    const names = list.declarations.flatMap((each) => declaredNames(each.name));
    return [
      ...expressions.map((each) => this.#factory.createExpressionStatement(each)),
      ...(names.length > 0 ? [this.#ran(names)] : []),
    ];
  }

  #variable(declaration: TypeScript.VariableDeclaration): TypeScript.Expression {
    const initializer = declaration.initializer
      ? this.#expression(declaration.initializer)
      : this.#factory.createVoidZero();
    const target = assignmentTarget(declaration.name, this.#factory, (node) => this.#target(node));
    const value = ts.isIdentifier(declaration.name)
      ? this.#named(declaration.name.text, initializer)
      : initializer;
    const assignment = this.#factory.createAssignment(target, value);
    const whole = ts.isObjectLiteralExpression(target)
      ? this.#factory.createParenthesizedExpression(assignment)
      : assignment;
    return ts.setTextRange(ts.setOriginalNode(whole, declaration), declaration);
  }

  /** Keeps the name that `const name = () => …` gives to its function, which an assignment to a member loses. */
  #named(name: string, initializer: TypeScript.Expression): TypeScript.Expression {
    const plain = withoutCasts(initializer);
    const anonymous =
      ts.isArrowFunction(plain) ||
      ((ts.isFunctionExpression(plain) || ts.isClassExpression(plain)) && !plain.name);
    if (!anonymous || name === "__proto__") return initializer;
    const holder = this.#factory.createObjectLiteralExpression([
      this.#factory.createPropertyAssignment(name, initializer),
    ]);
    return this.#factory.createPropertyAccessExpression(
      this.#factory.createParenthesizedExpression(holder),
      name,
    );
  }

  #declaration(
    statement:
      | TypeScript.FunctionDeclaration
      | TypeScript.ClassDeclaration
      | TypeScript.EnumDeclaration
      | TypeScript.ModuleDeclaration,
  ): TypeScript.Statement[] {
    const isDefault = isDefaultExport(statement);
    const visited = withoutExport(this.visit(statement) as typeof statement, this.#factory);
    const name = statement.name && ts.isIdentifier(statement.name) ? statement.name.text : undefined;
    if (ts.isFunctionDeclaration(statement)) {
      if (!statement.body) return [];
      if (name) return [visited];
    }
    if (!name) return [this.#assignTo("default", anonymousDefault(visited, this.#factory))];
    const reference = this.#factory.createIdentifier(name);
    return [
      visited,
      this.#assign(name, reference),
      ...(isDefault ? [this.#assignTo("default", reference)] : []),
      this.#ran([name]),
    ];
  }

  // ---- imports and exports

  #import(statement: TypeScript.ImportDeclaration): TypeScript.Statement[] {
    const bindings = importBindings(statement, this.checker);
    if (bindings === "elided") return [];
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
    const bind = this.#runtimeCall("bind", [load, table, statement.moduleSpecifier]);
    return [
      ts.setTextRange(this.#factory.createExpressionStatement(bind), statement),
      this.#ran(bindings.map(({ local }) => local)),
    ];
  }

  #load(
    specifier: TypeScript.Expression,
    attributes?: TypeScript.ImportAttributes,
  ): TypeScript.AwaitExpression {
    const type = attributes?.elements.find((each) => each.name.text === "type")?.value;
    return this.#factory.createAwaitExpression(
      this.#runtimeCall("import", type ? [specifier, type] : [specifier]),
    );
  }

  #importEquals(statement: TypeScript.ImportEqualsDeclaration): TypeScript.Statement[] {
    const reference = statement.moduleReference;
    const value = ts.isExternalModuleReference(reference)
      ? this.#factory.createCallExpression(this.#factory.createIdentifier("require"), undefined, [
          reference.expression,
        ])
      : this.#entity(reference);
    return [this.#assign(statement.name.text, value), this.#ran([statement.name.text])];
  }

  #entity(name: TypeScript.EntityName): TypeScript.Expression {
    return ts.isIdentifier(name)
      ? (this.visit(name) as TypeScript.Expression)
      : this.#factory.createPropertyAccessExpression(this.#entity(name.left), name.right.text);
  }

  #defaultExport(expression: TypeScript.Expression): TypeScript.Statement {
    const value = this.#expression(expression);
    if (this.kind === "cell")
      return this.#factory.createExpressionStatement(this.#runtimeCall("result", [value]));
    return this.#assignTo("default", this.#named("default", value));
  }

  /** A module's exports as functions that read the present value, so that importers see later changes. */
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
          this.#scoped(local),
        ),
      ),
    );
    const from = reexported.map(({ specifier, names }) =>
      this.#call(
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
      this.#call("exports", [this.#factory.createObjectLiteralExpression(properties)], false),
      ...from,
      ...starred.map((specifier) => this.#call("reexport", [this.#load(specifier)], false)),
    ];
  }

  // ---- references

  /** Rewrites everything below the top level: references to names of the scope, `import()`, `import.meta`. */
  readonly visit = (node: TypeScript.Node): TypeScript.Node => {
    if (ts.isIdentifier(node))
      return !isDeclaredName(node) && this.#isScoped(node) ? this.#scoped(node.text, node) : node;
    if (ts.isExpressionWithTypeArguments(node)) return this.#heritage(node);
    if (ts.isTypeNode(node)) return node;
    if (ts.isShorthandPropertyAssignment(node)) return this.#shorthand(node);
    if (ts.isCallExpression(node)) return this.#callExpression(node);
    if (ts.isTaggedTemplateExpression(node) && this.#isScopedName(node.tag))
      return this.#factory.updateTaggedTemplateExpression(
        node,
        this.#detached(node.tag),
        undefined,
        ts.visitNode(node.template, this.visit) as TypeScript.TemplateLiteral,
      );
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      return this.#factory.createPropertyAccessExpression(this.#runtime(), "meta");
    if (ts.isAwaitExpression(node)) return this.#await(node);
    if (ts.isForOfStatement(node) && node.awaitModifier) return this.#forAwait(node);
    if (ts.isVariableDeclarationList(node)) return this.#nestedVariables(node);
    if (ts.isVariableStatement(node)) return this.#nestedVariableStatement(node);
    if (ts.isClassLike(node)) return this.#insideClass(node);
    return ts.visitEachChild(node, this.visit, this.context);
  };

  #expression(node: TypeScript.Expression): TypeScript.Expression {
    return ts.visitNode(node, this.visit) as TypeScript.Expression;
  }

  /** What a declared name becomes in the pattern that assigns it; everything else is visited. */
  #target(node: TypeScript.Node): TypeScript.Node {
    return ts.isIdentifier(node) && isDeclaredName(node) ? this.#scoped(node.text, node) : this.visit(node);
  }

  #isScopedName(node: TypeScript.Expression): node is TypeScript.Identifier {
    return ts.isIdentifier(node) && this.#isScoped(node);
  }

  #isScoped(node: TypeScript.Identifier, symbol = this.checker.getSymbolAtLocation(node)): boolean {
    const local = this.#locals.get(node.escapedText as string);
    if (!local || !symbol || this.#enclosingClasses.includes(symbol)) return false;
    return symbol === local || symbol === this.checker.getExportSymbolOfSymbol(local);
  }

  #shorthand(node: TypeScript.ShorthandPropertyAssignment): TypeScript.Node {
    const symbol = this.checker.getShorthandAssignmentValueSymbol(node);
    if (!this.#isScoped(node.name, symbol)) return ts.visitEachChild(node, this.visit, this.context);
    const reference = this.#scoped(node.name.text, node.name);
    const initializer = node.objectAssignmentInitializer;
    return this.#factory.createPropertyAssignment(
      node.name.text,
      initializer ? this.#factory.createAssignment(reference, this.#expression(initializer)) : reference,
    );
  }

  #callExpression(node: TypeScript.CallExpression): TypeScript.Node {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const call = this.#runtimeCall("dynamicImport", ts.visitNodes(node.arguments, this.visit) as never);
      return ts.setTextRange(call, node);
    }
    if (!this.#isScopedName(node.expression)) return ts.visitEachChild(node, this.visit, this.context);
    const callee = this.#detached(node.expression);
    const visited = ts.visitNodes(node.arguments, this.visit) as unknown as TypeScript.Expression[];
    const call = node.questionDotToken
      ? this.#factory.createCallChain(callee, node.questionDotToken, undefined, visited)
      : this.#factory.createCallExpression(callee, undefined, visited);
    return ts.setTextRange(ts.setOriginalNode(call, node), node);
  }

  /** `(0, __scope.f)`, so that a function called by its name has no `this`. */
  #detached(name: TypeScript.Identifier): TypeScript.Expression {
    return this.#factory.createParenthesizedExpression(
      this.#factory.createComma(this.#factory.createNumericLiteral(0), this.#scoped(name.text, name)),
    );
  }

  /** After each wait the code asks whether its cell is still wanted, so that a stop ends loops of any kind. */
  #await(node: TypeScript.AwaitExpression): TypeScript.Node {
    const awaited = this.#factory.updateAwaitExpression(node, this.#expression(node.expression));
    return ts.setTextRange(this.#runtimeCall("live", [awaited]), node);
  }

  #forAwait(node: TypeScript.ForOfStatement): TypeScript.Node {
    const visited = ts.visitEachChild(node, this.visit, this.context);
    const check = this.#factory.createExpressionStatement(this.#runtimeCall("live", []));
    const inner = ts.isBlock(visited.statement) ? visited.statement.statements : [visited.statement];
    return this.#factory.updateForOfStatement(
      visited,
      visited.awaitModifier,
      visited.initializer,
      visited.expression,
      this.#factory.createBlock([check, ...inner], true),
    );
  }

  #heritage(node: TypeScript.ExpressionWithTypeArguments): TypeScript.Node {
    const inImplements =
      ts.isHeritageClause(node.parent) && node.parent.token === ts.SyntaxKind.ImplementsKeyword;
    if (inImplements) return node;
    return this.#factory.updateExpressionWithTypeArguments(
      node,
      this.#expression(node.expression),
      node.typeArguments,
    );
  }

  /** A class sees itself by its own binding: its name in the scope is set only after its static parts ran. */
  #insideClass(node: TypeScript.ClassLikeDeclaration): TypeScript.Node {
    const symbol = node.name && this.checker.getSymbolAtLocation(node.name);
    if (symbol) this.#enclosingClasses.push(symbol);
    const visited = ts.visitEachChild(
      node,
      (child) => (child === node.name ? child : this.visit(child)),
      this.context,
    );
    if (symbol) this.#enclosingClasses.pop();
    return visited;
  }

  /** `var` inside a block or a loop belongs to the whole cell. */
  #nestedVariableStatement(node: TypeScript.VariableStatement): TypeScript.Node {
    if (!this.#declaresScoped(node.declarationList)) return ts.visitEachChild(node, this.visit, this.context);
    const initialised = node.declarationList.declarations.filter((each) => each.initializer);
    if (initialised.length === 0) return this.#factory.createEmptyStatement();
    return this.#factory.createExpressionStatement(
      initialised
        .map((each) => this.#variable(each))
        .reduce((left, right) => this.#factory.createComma(left, right)),
    );
  }

  #nestedVariables(node: TypeScript.VariableDeclarationList): TypeScript.Node {
    if (!this.#declaresScoped(node)) return ts.visitEachChild(node, this.visit, this.context);
    const ofOrIn = ts.isForInStatement(node.parent) || ts.isForOfStatement(node.parent);
    if (ofOrIn)
      return assignmentTarget(node.declarations[0].name, this.#factory, (each) => this.#target(each));
    return node.declarations
      .map((each) => this.#variable(each))
      .reduce((left, right) => this.#factory.createComma(left, right));
  }

  #declaresScoped(list: TypeScript.VariableDeclarationList): boolean {
    if (list.flags & ts.NodeFlags.BlockScoped) return false;
    const first = list.declarations[0];
    const name = first && firstIdentifier(first.name);
    return name !== undefined && this.#isScoped(name);
  }

  // ---- small pieces of emitted code

  #runtime(): TypeScript.Identifier {
    return this.#factory.createIdentifier(runtimeName);
  }

  #scoped(name: string, original?: TypeScript.Node): TypeScript.PropertyAccessExpression {
    const access = this.#factory.createPropertyAccessExpression(
      this.#factory.createIdentifier(scopeName),
      name,
    );
    return original ? ts.setTextRange(access, original) : access;
  }

  #runtimeCall(method: string, args: readonly TypeScript.Expression[]): TypeScript.CallExpression {
    const callee = this.#factory.createPropertyAccessExpression(this.#runtime(), method);
    return this.#factory.createCallExpression(callee, undefined, args);
  }

  #call(method: string, args: readonly TypeScript.Expression[], awaited: boolean): TypeScript.Statement {
    const call = this.#runtimeCall(method, args);
    return this.#factory.createExpressionStatement(
      awaited ? this.#factory.createAwaitExpression(call) : call,
    );
  }

  #ran(names: readonly string[]): TypeScript.Statement {
    return this.#call(
      "ran",
      names.map((name) => this.#factory.createStringLiteral(name)),
      false,
    );
  }

  #assign(name: string, value: TypeScript.Expression): TypeScript.Statement {
    return this.#assignTo(name, ts.isIdentifier(value) ? this.#factory.createIdentifier(value.text) : value);
  }

  #assignTo(name: string, value: TypeScript.Expression): TypeScript.Statement {
    return this.#factory.createExpressionStatement(this.#factory.createAssignment(this.#scoped(name), value));
  }

  #result(statement: TypeScript.ExpressionStatement): TypeScript.Statement {
    const call = this.#runtimeCall("result", [this.#expression(statement.expression)]);
    return ts.setTextRange(this.#factory.createExpressionStatement(call), statement);
  }
}

/** Whether an identifier names what its parent declares (or a property), rather than referring to something. */
function isDeclaredName(node: TypeScript.Identifier): boolean {
  return node.parent !== undefined && (node.parent as { name?: TypeScript.Node }).name === node;
}

function withoutCasts(node: TypeScript.Expression): TypeScript.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
    ? withoutCasts(node.expression)
    : node;
}

function firstIdentifier(name: TypeScript.BindingName): TypeScript.Identifier | undefined {
  if (ts.isIdentifier(name)) return name;
  for (const element of name.elements) {
    const found = ts.isBindingElement(element) ? firstIdentifier(element.name) : undefined;
    if (found) return found;
  }
  return undefined;
}
