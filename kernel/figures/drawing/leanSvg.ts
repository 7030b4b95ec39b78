import { withRelativeLines } from "./svgLines.js";
import { withRects } from "./svgRects.js";

/**
 * The same picture in fewer bytes: attributes that all marks of a group share stand once, and so does a font that all
 * texts share; what only a page with scripts reads (names and descriptions of kinds of marks, pointer events, invisible
 * foregrounds) and what holds anyway is left out; paths and places have tenths of a pixel.
 */
export function leanSvg(svg: string): string {
  const drawn = withRelativeLines(withRects(rounded(bare(svg))));
  return withOneFont(withoutEmptyGroups(withSharedAttributes(withTextAtPlace(withoutUnseen(drawn)))));
}

/** Without what says nothing: empty marks, attributes that hold anyway, and places as descriptions of marks. */
function bare(svg: string): string {
  return svg
    .replaceAll(/ aria-roledescription="[^"]*"/g, "")
    .replaceAll(/ role="graphics-(?:object|symbol)"/g, "")
    .replaceAll(/ pointer-events="none"/g, "")
    .replaceAll(/<path class="(?:foreground|background)"[^>]*d="(?:M0,0h0v0h0Z)?"[^>]*\/>/g, "")
    .replaceAll(/<text[^>]*\/>/g, "")
    .replaceAll(/ class="(?:mark-|background)[^"]*"/g, "")
    .replaceAll(/ opacity="1"| stroke-dasharray="1,0"| text-anchor="start"| [xy]2="0"/g, "")
    .replaceAll(/ aria-label="(?:x|y|textX): [^"]*"/g, "")
    .replaceAll(/(<text) aria-label="(?:text|name): ([^"]*)"([^>]*>\2<)/g, "$1$3")
    .replaceAll(/ transform="(?:translate|rotate)\(0(?:,0)?\)"/g, "");
}

function rounded(svg: string): string {
  const places = svg.replaceAll(/ d="[^"]*"|translate\([^)]*\)| [xy]2="[^"]*"/g, (path) =>
    path.replaceAll(/(\.\d)\d+(?:e-\d+)?/g, "$1").replaceAll(/\.0(?!\d)/g, ""),
  );
  return places.replaceAll(/rgb\((\d+), (\d+), (\d+)\)/g, (_, ...parts: string[]) => {
    const hex = parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, "0"));
    return `#${hex.join("")}`;
  });
}

/** Without the rectangles of groups, which have neither a filling nor a line. */
function withoutUnseen(svg: string): string {
  return svg.replaceAll(/<rect aria-hidden="true"(?: (?:x|y|width|height|rx)="[^"]*")*\/>/g, "");
}

/** What marks take from the group around them. */
const inherited = [
  ...["font-size", "font-weight", "font-style", "text-anchor", "fill", "fill-opacity"],
  ...["stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"],
];

const groupOfMarks = /<g([^<>]*)>((?:<(?:path|line|rect|text)[^<>]*(?:\/>|>[^<>]*<\/text>)){2,})<\/g>/g;

/** Marks of one group have most of their attributes in common: those stand at the group. */
function withSharedAttributes(svg: string): string {
  return svg.replaceAll(groupOfMarks, (_, own: string, marks: string) => {
    const each = marks.match(/<(?:path|line|rect|text)[^<>]*>/g)!;
    const attributes = inherited.filter((name) => !own.includes(` ${name}=`));
    const shared = attributes.flatMap((name) => {
      const found = new RegExp(` ${name}="[^"]*"`).exec(each[0])?.[0];
      return found !== undefined && each.every((mark) => mark.includes(found)) ? [found] : [];
    });
    const rest = shared.reduce((left, attribute) => left.replaceAll(attribute, ""), marks);
    return `<g${own}${shared.join("")}>${rest}</g>`;
  });
}

/** Text stands at a place rather than in a system of axes of its own. */
function withTextAtPlace(svg: string): string {
  return svg.replaceAll(
    /(<text[^<>]*) transform="translate\(([^(),]+),([^(),]+)\)"/g,
    (_, before: string, x: string, y: string) => `${before} x="${x}" y="${y}"`,
  );
}

/** Without the groups that have no attributes: they only nest. */
function withoutEmptyGroups(svg: string): string {
  const kept: boolean[] = [];
  return svg.replaceAll(/<g[^<>]*>|<\/g>/g, (tag) => {
    if (tag.endsWith("/>")) return tag;
    if (tag !== "</g>") kept.push(tag !== "<g>");
    const isKept = tag === "</g>" ? kept.pop() : kept.at(-1);
    return isKept ? tag : "";
  });
}

function withOneFont(svg: string): string {
  const fonts = new Set(svg.match(/ font-family="[^"]*"/g));
  if (fonts.size !== 1) return svg;
  const [font] = fonts;
  return svg.replaceAll(font, "").replace("<svg ", `<svg${font} `);
}
