import ts from "typescript";

/** Names of properties, and of attributes of elements, whose value a person reads or hears. */
const shownNames = new Set([
  ...["label", "title", "caption", "heading", "text", "alt", "placeholder", "tooltip", "columns"],
  ...["textContent", "innerText", "ariaLabel", "ariaDescription", "ariaValueText", "description"],
]);
const shownAttribute =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/;
/** Methods whose argument is read or heard. */
const saying = new Set(["say", "tell"]);

/** What is no text of a language: figures of evaluation, formats, and signs. */
const anywhere = /^(?:UAR|WAR|F1|SVG|PNG|CSV|JSON|Vega-Lite JSON|p|s|k|M|h|min|Shift)$/;
const severalWords = /\p{L}{2,}[,:;]? \p{L}{2,}/u;

/**
 * Texts in a module that a person reads or hears and that do not come from the catalog: in a template of HTML between
 * tags or in an attribute that is read, in a property or an argument with the name of one, and any text of several words.
 * What is no text for readers (addresses, styles, expressions of Vega) is not told from it by form, so it is excused.
 *
 * @param isExcused whether a text at a place is meant for a program
 */
export function bareTexts(
  source: ts.SourceFile,
  isExcused: (text: string, node: ts.Node) => boolean,
): string[] {
  const found = new Set<string>();
  const add = (node: ts.Node, text: string): void => {
    const words = text.trim();
    if (!/\p{L}/u.test(words) || anywhere.test(words) || isExcused(words, node)) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.add(`${source.fileName}:${line + 1}: ${words}`);
  };
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isCatalog(node)) return;
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === "html") lookAtHtml(node, add);
    if (ts.isPropertyAssignment(node) && shownNames.has(nameOf(node.name)))
      leaves(node.initializer).forEach(addLeaf);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
      if (ts.isPropertyAccessExpression(node.left) && shownNames.has(node.left.name.text))
        leaves(node.right).forEach(addLeaf);
    if (ts.isCallExpression(node)) lookAtCall(node);
    if (ts.isStringLiteralLike(node) && severalWords.test(node.text) && !isName(node)) add(node, node.text);
    if (ts.isTemplateExpression(node) && !isTagged(node)) {
      const text = withoutValues(node);
      if (severalWords.test(text)) add(node, text);
    }
    ts.forEachChild(node, look);
  };
  const addLeaf = (leaf: ts.Expression): void => {
    if (ts.isStringLiteralLike(leaf)) add(leaf, leaf.text);
    else if (ts.isTemplateExpression(leaf)) add(leaf, withoutValues(leaf));
  };
  const lookAtCall = (call: ts.CallExpression): void => {
    const [first, second] = call.arguments;
    if (!ts.isPropertyAccessExpression(call.expression)) return;
    const { text: name } = call.expression.name;
    if (saying.has(name) && first) leaves(first).forEach(addLeaf);
    const isRead = name === "setAttribute" && ts.isStringLiteral(first) && shownAttribute.test(first.text);
    if (isRead) leaves(second).forEach(addLeaf);
  };
  look(source);
  return [...found];
}

/** Calls of the catalog, and names of modules: what stands in them is no bare text. */
function isCatalog(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  return ts.isCallExpression(node) && /^(?:worded|wordedCount|import)$/.test(node.expression.getText());
}

function isTagged(node: ts.Node): boolean {
  return ts.isTaggedTemplateExpression(node.parent);
}

/** Whether a literal names a property instead of being a value. */
function isName(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node.parent) && node.parent.name === node;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

/** A template's own text, with a blank in the place of each value. */
function withoutValues(template: ts.TemplateExpression): string {
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(" ");
}

/** The expressions that a value can come from: both sides of a choice, the items of a list. */
function leaves(value: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value)) return leaves(value.expression);
  if (ts.isConditionalExpression(value)) return [...leaves(value.whenTrue), ...leaves(value.whenFalse)];
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(leaves);
  if (ts.isSpreadElement(value)) return leaves(value.expression);
  if (ts.isBinaryExpression(value)) return [value.left, value.right].flatMap(leaves);
  return [value];
}

const value = "\u0000";

/** The text between tags, the attributes that are read, and the values in both. */
function lookAtHtml(tagged: ts.TaggedTemplateExpression, add: (node: ts.Node, text: string) => void): void {
  const { template } = tagged;
  const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
  const parts = ts.isTemplateExpression(template)
    ? [template.head.text, ...spans.map(({ literal }) => literal.text)]
    : [template.text];
  let inTag = false;
  parts.forEach((part, i) => {
    const before = parts.slice(0, i).join(value);
    for (const piece of part.split(/(?=<)|(?<=>)/)) {
      if (piece.startsWith("<")) inTag = true;
      if (!inTag) add(tagged, piece);
      else
        for (const [, name, text] of piece.matchAll(/([\w-]+)="([^"]*)"?/g))
          if (shownAttribute.test(name)) add(tagged, text);
      if (piece.endsWith(">")) inTag = false;
    }
    const attribute = /([@?.]?[\w-]+)="?[^"<>=]*$/.exec(inTag ? `${before}${part}` : "")?.[1];
    const isRead = inTag ? shownAttribute.test(attribute ?? "") : true;
    if (spans[i] && isRead)
      for (const leaf of leaves(spans[i].expression)) if (ts.isStringLiteralLike(leaf)) add(leaf, leaf.text);
  });
}
