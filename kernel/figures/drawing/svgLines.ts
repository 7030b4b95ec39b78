/** A line through points, as Vega writes it: at least two sides, and perhaps closed. */
const polyline = /^M(-?[\d.]+,-?[\d.]+)((?:L-?[\d.]+,-?[\d.]+){2,})(Z?)$/;

/** The same picture with the points of lines relative to the one before them; all are in tenths of a pixel. */
export function withRelativeLines(svg: string): string {
  return svg.replaceAll(/ d="([^"]*)"/g, (attribute, d: string) => {
    const [, first, rest, close] = polyline.exec(d) ?? [];
    if (first === undefined) return attribute;
    const points = [first, ...rest.slice(1).split("L")].map((point) => point.split(",").map(tenths));
    const steps = points.slice(1).flatMap(([x, y], i) => [x - points[i][0], y - points[i][1]]);
    return ` d="M${first}l${steps.map(shortNumber).join(" ").replaceAll(" -", "-")}${close.toLowerCase()}"`;
  });
}

function tenths(number: string): number {
  return Math.round(10 * Number(number));
}

function shortNumber(inTenths: number): string {
  return String(inTenths / 10).replace(/^(-?)0\./, "$1.");
}
