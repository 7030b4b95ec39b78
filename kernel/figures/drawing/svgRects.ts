const number = String.raw`-?\d*\.?\d+`;
const point = `(${number}),(${number})`;
const curve = `C${number},${number},${number},${number},${point}`;

/** A rectangle with round corners as Vega writes it: four sides and four curves. */
const roundRect = new RegExp(
  `^M${point}L${point}${curve}L${point}${curve}L${point}${curve}L${point}${curve}Z$`,
);

/** A rectangle with sharp corners. */
const sharpRect = new RegExp(`^M${point}h(${number})v(${number})h-\\3Z$`);

/** The same picture with rectangles as such: Vega writes those with round corners as paths of eight pieces. */
export function withRects(svg: string): string {
  return svg.replaceAll(
    /<path([^<>]*) d="([^"]*)"([^<>]*)\/>/g,
    (path, before: string, d: string, after: string) => {
      const rect = rectOf(d);
      return rect === undefined ? path : `<rect${before}${rect}${after}/>`;
    },
  );
}

function rectOf(d: string): string | undefined {
  const sharp = sharpRect.exec(d)?.slice(1).map(Number);
  if (sharp) return attributes(sharp[0], sharp[1], sharp[2], sharp[3]);
  const places = roundRect.exec(d)?.slice(1).map(Number);
  if (!places) return undefined;
  const [x1, top, x2, , right, y1, , y2, x3, bottom, x4, , left, y3, , y4] = places;
  const radius = y1 - top;
  const across = [x1 - left, right - x2, right - x3, x4 - left];
  const down = [bottom - y2, bottom - y3, y4 - top];
  if ([...across, ...down].some((corner) => Math.abs(corner - radius) > 0.15)) return undefined;
  return attributes(left, top, right - left, bottom - top, radius);
}

function attributes(x: number, y: number, width: number, height: number, radius?: number): string {
  const given = Object.entries({ x, y, width, height, rx: radius ?? 0 });
  const shown = given.map(([name, value]) => [name, String(Math.round(10 * value) / 10)] as const);
  return shown.flatMap(([name, value]) => (value === "0" ? [] : [` ${name}="${value}"`])).join("");
}
