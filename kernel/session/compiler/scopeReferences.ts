import type * as TypeScript from "typescript";
import { assignmentTarget } from "./assignmentTarget.js";
import type { EmittedCode } from "./emittedCode.js";
import { ts } from "./typescript.js";

/**
 * Rewrites code below the top level of a file: references to names in its scope, `import()`, `import.meta`, `await`s,
 * and variables that belong to the whole file.
 */
export class ScopeReferences {
  readonly #factory: TypeScript.NodeFactory;
  readonly #locals: ReadonlyMap<string, TypeScript.Symbol>;
  /** The classes, enums and namespaces around the visited node. */
  readonly #enclosing: TypeScript.Symbol[] = [];

  constructor(
    readonly checker: TypeScript.TypeChecker,
    readonly context: TypeScript.TransformationContext,
    readonly emit: EmittedCode,
    file: TypeScript.SourceFile,
  ) {
    this.#factory = context.factory;
    this.#locals = (file as unknown as { locals?: Map<string, TypeScript.Symbol> }).locals ?? new Map();
  }

  /** Rewrites everything below the top level: references to names in the scope, `import()`, `import.meta`. */
  readonly visit = (node: TypeScript.Node): TypeScript.Node => {
    if (ts.isIdentifier(node))
      return !isDeclaredName(node) && this.#isScoped(node) ? this.emit.scoped(node.text, node) : node;
    if (ts.isExpressionWithTypeArguments(node)) return this.#heritage(node);
    if (ts.isTypeNode(node)) return node;
    if (ts.isShorthandPropertyAssignment(node)) return this.#shorthand(node);
    if (ts.isBinaryExpression(node) && naming.has(node.operatorToken.kind) && this.#isScopedName(node.left))
      return this.#assignment(node, node.left);
    if (ts.isCallExpression(node)) return this.#callExpression(node);
    if (ts.isTaggedTemplateExpression(node) && this.#isScopedName(node.tag))
      return this.#factory.updateTaggedTemplateExpression(
        node,
        this.#detached(node.tag),
        undefined,
        ts.visitNode(node.template, this.visit) as TypeScript.TemplateLiteral,
      );
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      return this.#factory.createPropertyAccessExpression(this.emit.runtime(), "meta");
    if (ts.isAwaitExpression(node)) return this.#await(node);
    if (ts.isForOfStatement(node) && node.awaitModifier) return this.#forAwait(node);
    if (ts.isVariableDeclarationList(node)) return this.#nestedVariables(node);
    if (ts.isVariableStatement(node)) return this.#nestedVariableStatement(node);
    if (ts.isClassLike(node) || ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node))
      return this.#insideDeclaration(node);
    return ts.visitEachChild(node, this.visit, this.context);
  };

  expression(node: TypeScript.Expression): TypeScript.Expression {
    return ts.visitNode(node, this.visit) as TypeScript.Expression;
  }

  /** Converts a declared name for the pattern that assigns it; visits everything else. */
  #target(node: TypeScript.Node): TypeScript.Node {
    return ts.isIdentifier(node) && isDeclaredName(node)
      ? this.emit.scoped(node.text, node)
      : this.visit(node);
  }

  #isScopedName(node: TypeScript.Expression): node is TypeScript.Identifier {
    return ts.isIdentifier(node) && this.#isScoped(node);
  }

  #isScoped(node: TypeScript.Identifier, symbol = this.checker.getSymbolAtLocation(node)): boolean {
    const local = this.#locals.get(node.escapedText as string);
    if (!local || !symbol || this.#enclosing.includes(symbol)) return false;
    return symbol === local || symbol === this.checker.getExportSymbolOfSymbol(local);
  }

  #shorthand(node: TypeScript.ShorthandPropertyAssignment): TypeScript.Node {
    const symbol = this.checker.getShorthandAssignmentValueSymbol(node);
    if (!this.#isScoped(node.name, symbol)) return ts.visitEachChild(node, this.visit, this.context);
    const reference = this.emit.scoped(node.name.text, node.name);
    const initializer = node.objectAssignmentInitializer;
    return this.#factory.createPropertyAssignment(
      node.name.text,
      initializer
        ? this.#factory.createAssignment(reference, this.named(node.name.text, this.expression(initializer)))
        : reference,
    );
  }

  #assignment(node: TypeScript.BinaryExpression, name: TypeScript.Identifier): TypeScript.Node {
    const value = this.named(name.text, this.expression(node.right));
    return this.#factory.updateBinaryExpression(node, this.expression(name), node.operatorToken, value);
  }

  #callExpression(node: TypeScript.CallExpression): TypeScript.Node {
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const call = this.emit.runtimeCall("dynamicImport", ts.visitNodes(node.arguments, this.visit) as never);
      return ts.setTextRange(call, node);
    }
    const name = withoutCasts(node.expression);
    if (!this.#isScopedName(name)) return ts.visitEachChild(node, this.visit, this.context);
    const callee = this.#detached(name);
    const visited = ts.visitNodes(node.arguments, this.visit) as unknown as TypeScript.Expression[];
    const call = node.questionDotToken
      ? this.#factory.createCallChain(callee, node.questionDotToken, undefined, visited)
      : this.#factory.createCallExpression(callee, undefined, visited);
    return ts.setTextRange(ts.setOriginalNode(call, node), node);
  }

  /** `(0, __scope.f)`, so that a function called by name has no `this`. */
  #detached(name: TypeScript.Identifier): TypeScript.Expression {
    // A call of `(0, f)` is at its end for V8. Unless that has a place of its own, it is that of the name, as in `f()`.
    const scoped = ts.setEmitFlags(this.emit.scoped(name.text, name), ts.EmitFlags.NoTrailingSourceMap);
    return this.#factory.createParenthesizedExpression(
      this.#factory.createComma(this.#factory.createNumericLiteral(0), scoped),
    );
  }

  /** After each `await` the code checks whether its cell has been stopped, so that a stop ends any kind of loop. */
  #await(node: TypeScript.AwaitExpression): TypeScript.Node {
    const awaited = this.#factory.updateAwaitExpression(node, this.expression(node.expression));
    return ts.setTextRange(this.emit.runtimeCall("unlessStopped", [awaited]), node);
  }

  #forAwait(node: TypeScript.ForOfStatement): TypeScript.Node {
    const visited = ts.visitEachChild(node, this.visit, this.context);
    const check = this.#factory.createExpressionStatement(this.emit.runtimeCall("unlessStopped", []));
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
      this.expression(node.expression),
      node.typeArguments,
    );
  }

  /**
   * A class, enum or namespace refers to itself by its own binding: its name in the scope is set only after its static
   * parts, members or statements have run.
   */
  #insideDeclaration(
    node: TypeScript.ClassLikeDeclaration | TypeScript.EnumDeclaration | TypeScript.ModuleDeclaration,
  ): TypeScript.Node {
    const symbol = node.name && this.checker.getSymbolAtLocation(node.name);
    if (symbol) this.#enclosing.push(symbol);
    const visited = ts.visitEachChild(
      node,
      (child) => (child === node.name ? child : this.visit(child)),
      this.context,
    );
    if (symbol) this.#enclosing.pop();
    return visited;
  }

  /** `var` inside a block or a loop belongs to the whole cell. */
  #nestedVariableStatement(node: TypeScript.VariableStatement): TypeScript.Node {
    if (!this.#declaresScoped(node.declarationList)) return ts.visitEachChild(node, this.visit, this.context);
    const initialised = node.declarationList.declarations.filter((each) => each.initializer);
    if (initialised.length === 0) return this.#factory.createEmptyStatement();
    return this.#factory.createExpressionStatement(
      initialised
        .map((each) => this.variable(each))
        .reduce((left, right) => this.#factory.createComma(left, right)),
    );
  }

  #nestedVariables(node: TypeScript.VariableDeclarationList): TypeScript.Node {
    if (!this.#declaresScoped(node)) return ts.visitEachChild(node, this.visit, this.context);
    const ofOrIn = ts.isForInStatement(node.parent) || ts.isForOfStatement(node.parent);
    if (ofOrIn) return this.#pattern(node.declarations[0].name);
    return node.declarations
      .map((each) => this.variable(each))
      .reduce((left, right) => this.#factory.createComma(left, right));
  }

  #declaresScoped(list: TypeScript.VariableDeclarationList): boolean {
    if (list.flags & ts.NodeFlags.BlockScoped) return false;
    const first = list.declarations[0];
    const name = first && firstIdentifier(first.name);
    return name !== undefined && this.#isScoped(name);
  }

  variable(declaration: TypeScript.VariableDeclaration): TypeScript.Expression {
    const initializer = declaration.initializer
      ? this.expression(declaration.initializer)
      : this.#factory.createVoidZero();
    const target = this.#pattern(declaration.name);
    const value = ts.isIdentifier(declaration.name)
      ? this.named(declaration.name.text, initializer)
      : initializer;
    const assignment = this.#factory.createAssignment(target, value);
    const whole = ts.isObjectLiteralExpression(target)
      ? this.#factory.createParenthesizedExpression(assignment)
      : assignment;
    return ts.setTextRange(ts.setOriginalNode(whole, declaration), declaration);
  }

  #pattern(name: TypeScript.BindingName): TypeScript.Expression {
    const target = (node: TypeScript.Node) => this.#target(node);
    return assignmentTarget(name, this.#factory, target, (name, value) => this.named(name, value));
  }

  /** Keeps the name that `name = () => …` gives its function, which an assignment to a member would lose. */
  named(name: string, initializer: TypeScript.Expression): TypeScript.Expression {
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
}

/** The assignments that give a function without a name that of their target. */
const naming: ReadonlySet<TypeScript.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
]);

/** Whether an identifier names its parent's declaration (or a property) rather than being a reference. */
function isDeclaredName(node: TypeScript.Identifier): boolean {
  return node.parent !== undefined && (node.parent as { name?: TypeScript.Node }).name === node;
}

function withoutCasts(node: TypeScript.Expression): TypeScript.Expression {
  const isCast =
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isTypeAssertionExpression(node) ||
    ts.isNonNullExpression(node);
  return isCast ? withoutCasts(node.expression) : node;
}

function firstIdentifier(name: TypeScript.BindingName): TypeScript.Identifier | undefined {
  if (ts.isIdentifier(name)) return name;
  for (const element of name.elements) {
    const found = ts.isBindingElement(element) ? firstIdentifier(element.name) : undefined;
    if (found) return found;
  }
  return undefined;
}
