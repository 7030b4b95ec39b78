import ts from "typescript";

/** What a parameter can be, in the words of messages. */
export type ParameterKind =
  "text" | "number" | "truth value" | "BigInt" | "list" | "object" | "null" | "undefined" | "anything";

/** A variable of the cell tagged `parameters`. */
export interface DeclaredParameter {
  readonly keyword: "let" | "const";
  /** What it can be, by its type or its first value. */
  readonly kinds: ReadonlySet<ParameterKind>;
  /** The values that a union of literals allows. */
  readonly choices: readonly (string | number)[];
}

type Types = Pick<DeclaredParameter, "kinds" | "choices">;

/** The variables that a cell declares, with what they can be as far as the cell alone tells. */
export function declaredParameters(source: string): Map<string, DeclaredParameter> {
  const file = ts.createSourceFile("parameters.ts", source, ts.ScriptTarget.Latest);
  const reader = new TypeReader(file.statements.filter(ts.isTypeAliasDeclaration));
  const declared = new Map<string, DeclaredParameter>();
  for (const { declarationList } of file.statements.filter(ts.isVariableStatement)) {
    const keyword = declarationList.flags & ts.NodeFlags.Const ? "const" : "let";
    for (const { name, type, initializer } of declarationList.declarations)
      if (ts.isIdentifier(name))
        declared.set(name.text, { keyword, ...(type ? reader.ofType(type) : reader.ofValue(initializer)) });
  }
  return declared;
}

class TypeReader {
  readonly #aliases: ReadonlyMap<string, ts.TypeNode>;

  constructor(aliases: readonly ts.TypeAliasDeclaration[]) {
    this.#aliases = new Map(aliases.map(({ name, type }) => [name.text, type]));
  }

  ofType(type: ts.TypeNode, depth = 0): Types {
    const known = kindsOfKeywords.get(type.kind);
    if (known || depth > 20) return types(known ?? "anything");
    if (ts.isUnionTypeNode(type)) return union(type.types.map((each) => this.ofType(each, depth + 1)));
    if (ts.isParenthesizedTypeNode(type)) return this.ofType(type.type, depth + 1);
    if (ts.isTypeOperatorNode(type)) return this.ofType(type.type, depth + 1);
    if (ts.isLiteralTypeNode(type)) return ofLiteral(type.literal);
    return ts.isTypeReferenceNode(type) ? this.#ofName(type, depth) : types("anything");
  }

  ofValue(value: ts.Expression | undefined): Types {
    if (!value) return types("anything");
    if (ts.isParenthesizedExpression(value) || ts.isSatisfiesExpression(value))
      return this.ofValue(value.expression);
    if (ts.isAsExpression(value))
      return isConst(value.type) ? this.ofValue(value.expression) : this.ofType(value.type);
    if (ts.isConditionalExpression(value))
      return union([value.whenTrue, value.whenFalse].map((each) => this.ofValue(each)));
    if (ts.isPrefixUnaryExpression(value)) return this.#ofPrefix(value);
    if (ts.isBinaryExpression(value)) return this.#ofBinary(value);
    if (ts.isIdentifier(value))
      return types(["NaN", "Infinity"].includes(value.text) ? "number" : "anything");
    return types(kindsOfValues.get(value.kind) ?? "anything");
  }

  #ofName({ typeName }: ts.TypeReferenceNode, depth: number): Types {
    const name = ts.isIdentifier(typeName) ? typeName.text : "";
    const alias = this.#aliases.get(name);
    if (alias) return this.ofType(alias, depth + 1);
    if (["Array", "ReadonlyArray"].includes(name)) return types("list");
    return types(name === "Record" ? "object" : "anything");
  }

  #ofPrefix({ operator, operand }: ts.PrefixUnaryExpression): Types {
    return operator === ts.SyntaxKind.ExclamationToken ? types("truth value") : this.ofValue(operand);
  }

  #ofBinary({ left, operatorToken: { kind }, right }: ts.BinaryExpression): Types {
    const both = union([this.ofValue(left), this.ofValue(right)]);
    const isText = kind === ts.SyntaxKind.PlusToken && both.kinds.has("text");
    if (isText) return types("text");
    return arithmetic.has(kind) && both.kinds.size === 1 ? both : types("anything");
  }
}

const { SyntaxKind } = ts;

const arithmetic: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.MinusToken,
  SyntaxKind.AsteriskToken,
  SyntaxKind.AsteriskAsteriskToken,
  SyntaxKind.SlashToken,
  SyntaxKind.PercentToken,
]);

const kindsOfKeywords: ReadonlyMap<ts.SyntaxKind, ParameterKind> = new Map([
  [SyntaxKind.StringKeyword, "text"],
  [SyntaxKind.TemplateLiteralType, "text"],
  [SyntaxKind.NumberKeyword, "number"],
  [SyntaxKind.BooleanKeyword, "truth value"],
  [SyntaxKind.BigIntKeyword, "BigInt"],
  [SyntaxKind.UndefinedKeyword, "undefined"],
  [SyntaxKind.ArrayType, "list"],
  [SyntaxKind.TupleType, "list"],
  [SyntaxKind.TypeLiteral, "object"],
  [SyntaxKind.MappedType, "object"],
]);

/** The first value of a variable without a type; one that begins as null can become anything. */
const kindsOfValues: ReadonlyMap<ts.SyntaxKind, ParameterKind> = new Map([
  [SyntaxKind.StringLiteral, "text"],
  [SyntaxKind.NoSubstitutionTemplateLiteral, "text"],
  [SyntaxKind.TemplateExpression, "text"],
  [SyntaxKind.NumericLiteral, "number"],
  [SyntaxKind.BigIntLiteral, "BigInt"],
  [SyntaxKind.TrueKeyword, "truth value"],
  [SyntaxKind.FalseKeyword, "truth value"],
  [SyntaxKind.ArrayLiteralExpression, "list"],
  [SyntaxKind.ObjectLiteralExpression, "object"],
]);

function ofLiteral(literal: ts.LiteralTypeNode["literal"]): Types {
  if (literal.kind === SyntaxKind.NullKeyword) return types("null");
  if (ts.isStringLiteralLike(literal)) return { kinds: new Set(), choices: [literal.text] };
  if (ts.isNumericLiteral(literal)) return { kinds: new Set(), choices: [Number(literal.text)] };
  if (ts.isPrefixUnaryExpression(literal) && ts.isNumericLiteral(literal.operand))
    return { kinds: new Set(), choices: [-Number(literal.operand.text)] };
  return types(kindsOfValues.get(literal.kind) ?? "anything");
}

function isConst(type: ts.TypeNode): boolean {
  return ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeName.text === "const";
}

function types(...kinds: ParameterKind[]): Types {
  return { kinds: new Set(kinds), choices: [] };
}

function union(all: readonly Types[]): Types {
  return {
    kinds: new Set(all.flatMap(({ kinds }) => [...kinds])),
    choices: all.flatMap(({ choices }) => choices),
  };
}
