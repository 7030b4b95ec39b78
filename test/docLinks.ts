import path from "node:path";
import ts from "typescript";
import { packageFolder } from "./projectProgram.js";

/** A `{@link}` in a comment. */
export interface DocLink {
  /** The file and line, e.g. "kernel/aen/labels.ts:12". */
  readonly at: string;
  /** What it names, e.g. "ClipSet.contentHash". */
  readonly target: string;
  readonly resolved: boolean;
}

/** All links in the comments of a file, with whether the compiler finds what they name. */
export function docLinks(program: ts.Program, file: ts.SourceFile): DocLink[] {
  const checker = program.getTypeChecker();
  const links: DocLink[] = [];
  const add = (link: ts.JSDocLink | ts.JSDocLinkCode | ts.JSDocLinkPlain) => {
    const { name, text } = link;
    if (!name && /^https?:/.test(text)) return;
    const target = name ? name.getText(file) + (text.startsWith("://") ? text : "") : text;
    if (/^https?:\/\//.test(target)) return;
    const { line } = file.getLineAndCharacterOfPosition(link.getStart(file));
    const at = `${path.relative(packageFolder, file.fileName).replaceAll(path.sep, "/")}:${line + 1}`;
    links.push({
      at,
      target,
      resolved: name !== undefined && checker.getSymbolAtLocation(name) !== undefined,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJSDocLink(node) || ts.isJSDocLinkCode(node) || ts.isJSDocLinkPlain(node)) add(node);
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return links;
}
