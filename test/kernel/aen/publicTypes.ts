import path from "node:path";
import ts from "typescript";

/** A type of ours that a public signature names. */
export interface PublicType {
  readonly name: string;
  /** Its file, relative to the package, with forward slashes. */
  readonly file: string;
}

/** Finds the types of our own that the exports of a module lead to, through every signature and property. */
export class PublicTypes {
  readonly #checker: ts.TypeChecker;
  readonly #exported: ReadonlySet<ts.Symbol>;
  readonly #named = new Set<ts.Symbol>();
  readonly #visited = new Set<ts.Symbol | ts.Type>();

  /** @param root the folder whose files are ours */
  constructor(
    program: ts.Program,
    entry: string,
    readonly root: string,
  ) {
    this.#checker = program.getTypeChecker();
    const module = this.#checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
    this.#exported = new Set(this.#checker.getExportsOfModule(module).map((symbol) => this.#origin(symbol)));
    for (const symbol of this.#exported) this.#visitSymbol(symbol);
  }

  /** All that are named. */
  get all(): PublicType[] {
    return [...this.#named].map((symbol) => this.#describe(symbol));
  }

  /** Those that the module does not export. */
  get missing(): PublicType[] {
    const unnamed = [...this.#named].filter((symbol) => !this.#exported.has(symbol));
    return unnamed.map((symbol) => this.#describe(symbol));
  }

  #describe(symbol: ts.Symbol): PublicType {
    const { fileName } = symbol.declarations![0].getSourceFile();
    return { name: symbol.name, file: path.relative(this.root, fileName).replaceAll(path.sep, "/") };
  }

  #origin(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #isOurs(node: ts.Node): boolean {
    const { fileName } = node.getSourceFile();
    return fileName.startsWith(this.root) && !fileName.includes("/node_modules/");
  }

  #visitSymbol(symbol: ts.Symbol): void {
    if (this.#visited.has(symbol)) return;
    this.#visited.add(symbol);
    for (const declaration of symbol.declarations ?? [])
      if (this.#isOurs(declaration)) this.#visitDeclaration(declaration);
  }

  /** A type that is written or inferred in a signature. */
  #mention(found: ts.Symbol | undefined): void {
    if (!found) return;
    const symbol = this.#origin(found);
    const isNamedType =
      symbol.flags & (ts.SymbolFlags.Type & ~ts.SymbolFlags.TypeParameter & ~ts.SymbolFlags.TypeLiteral);
    const declaration = symbol.declarations?.[0];
    if (!isNamedType || !declaration || !this.#isOurs(declaration)) return;
    this.#named.add(symbol);
    this.#visitSymbol(symbol);
  }

  #visitDeclaration(node: ts.Declaration): void {
    if (ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) {
      node.heritageClauses?.forEach((clause) => this.#visitTypes(clause));
      node.typeParameters?.forEach((parameter) => this.#visitTypes(parameter));
      for (const member of node.members) if (!isPrivate(member)) this.#visitDeclaration(member);
    } else if (ts.isTypeAliasDeclaration(node)) this.#visitTypes(node);
    else if (isSignature(node)) this.#visitSignature(node);
    else if (isTyped(node)) this.#visitTyped(node);
  }

  #visitSignature(node: ts.SignatureDeclaration): void {
    node.typeParameters?.forEach((parameter) => this.#visitTypes(parameter));
    for (const parameter of node.parameters) this.#visitTyped(parameter);
    if (node.type) return this.#visitTypes(node.type);
    const signature = this.#checker.getSignatureFromDeclaration(node);
    if (signature && !ts.isConstructorDeclaration(node) && !ts.isSetAccessor(node))
      this.#visitInferred(signature.getReturnType());
  }

  #visitTyped(node: ts.Declaration & { readonly type?: ts.TypeNode }): void {
    if (node.type) this.#visitTypes(node.type);
    else this.#visitInferred(this.#checker.getTypeAtLocation(node));
  }

  /** Every name of a type that is written within a node. */
  #visitTypes(node: ts.Node): void {
    if (ts.isTypeReferenceNode(node)) this.#mention(this.#checker.getSymbolAtLocation(node.typeName));
    else if (ts.isExpressionWithTypeArguments(node))
      this.#mention(this.#checker.getSymbolAtLocation(node.expression));
    else if (ts.isTypeQueryNode(node)) this.#visitInferred(this.#checker.getTypeAtLocation(node));
    ts.forEachChild(node, (child) => this.#visitTypes(child));
  }

  #visitInferred(type: ts.Type): void {
    if (this.#visited.has(type)) return;
    this.#visited.add(type);
    this.#mention(type.aliasSymbol);
    type.aliasTypeArguments?.forEach((argument) => this.#visitInferred(argument));
    if (type.isUnionOrIntersection()) return type.types.forEach((part) => this.#visitInferred(part));
    this.#mention(type.symbol);
    if (isReference(type)) this.#checker.getTypeArguments(type).forEach((part) => this.#visitInferred(part));
    if (
      !(
        type.symbol?.flags &
        (ts.SymbolFlags.TypeLiteral | ts.SymbolFlags.ObjectLiteral | ts.SymbolFlags.Function)
      )
    )
      return;
    for (const { declaration } of type.getCallSignatures())
      if (declaration && !ts.isJSDocSignature(declaration) && this.#isOurs(declaration))
        this.#visitSignature(declaration);
    for (const property of type.getProperties())
      if (property.valueDeclaration) this.#visitInferred(this.#checker.getTypeOfSymbol(property));
  }
}

function isPrivate(member: ts.ClassElement | ts.TypeElement): boolean {
  if (member.name && ts.isPrivateIdentifier(member.name)) return true;
  const hidden = ts.ModifierFlags.Private;
  return (ts.getCombinedModifierFlags(member) & hidden) !== 0;
}

function isSignature(node: ts.Node): node is ts.SignatureDeclaration {
  return ts.isFunctionLike(node);
}

function isTyped(node: ts.Declaration): node is ts.Declaration & { readonly type?: ts.TypeNode } {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isParameter(node)
  );
}

function isReference(type: ts.Type): type is ts.TypeReference {
  const { objectFlags } = type as ts.ObjectType;
  return (type.flags & ts.TypeFlags.Object) !== 0 && (objectFlags & ts.ObjectFlags.Reference) !== 0;
}
