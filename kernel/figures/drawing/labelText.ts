/** Width of a text in pixels, estimated for a proportional sans-serif font. */
export function textWidth(text: string, fontSize = 11): number {
  let ems = 0;
  for (const character of text) {
    if (/[mwMW@%]/.test(character)) ems += 0.95;
    else if (/[iljtfr.,:;'| ]/.test(character)) ems += 0.36;
    else ems += /[A-Z0-9]/.test(character) ? 0.68 : 0.62;
  }
  return ems * fontSize;
}

/** The text, truncated with an ellipsis if it does not fit. Never splits a surrogate pair. */
export function fitText(text: string, width: number, fontSize = 11): string {
  if (textWidth(text, fontSize) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, fontSize) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/**
 * The names, truncated where they do not fit, so that different names stay different: those whose beginnings are alike
 * lose letters before the place where they differ.
 */
export function fitNames(
  names: readonly string[],
  width: number | readonly number[],
  fontSize = 11,
): string[] {
  const room = (i: number) => (typeof width === "number" ? width : width[i]);
  const cut = names.map((name, i) => fitText(name, room(i), fontSize));
  return cut.map((text, i) => {
    const alike = names.filter((name, k) => cut[k] === text && name !== names[i]);
    return alike.length === 0 ? text : withDifference(names[i], alike, room(i), fontSize);
  });
}

/** As much of the name's beginning as fits beside the part from which it differs from the others. */
function withDifference(name: string, others: readonly string[], width: number, fontSize: number): string {
  const letters = [...name];
  const shared = (other: string) => {
    const theirs = [...other];
    const at = letters.findIndex((letter, i) => letter !== theirs[i]);
    return at < 0 ? letters.length : at;
  };
  const from = Math.max(...others.map(shared));
  const least = Math.min(...others.map(shared));
  const start = Math.min(least, from, Math.max(0, letters.length - 1));
  const end = `…${letters.slice(start).join("")}`;
  if (textWidth(end, fontSize) > width)
    return `…${fitText(letters.slice(start).join(""), width - textWidth("…", fontSize), fontSize)}`;
  let head = 0;
  const joined = (count: number) => `${letters.slice(0, count).join("").trimEnd()}${end}`;
  while (head < start && textWidth(joined(head + 1), fontSize) <= width) head++;
  return joined(head);
}

/** The shortest distinct prefixes (at least one letter) of names, e.g. Sa, Su, D for Sad, Surprise, Disgust. */
export function initials(names: readonly string[]): string[] {
  return names.map((name) => {
    const letters = [...name];
    for (let length = 1; length < Math.min(letters.length, 3); length++) {
      const start = letters.slice(0, length).join("");
      if (names.filter((other) => other.startsWith(start)).length === 1) return start;
    }
    return letters.slice(0, 3).join("");
  });
}

/** A rate as percent without the sign, "–" for none. */
export function percent(rate: number, digits = 0): string {
  return Number.isFinite(rate) ? (rate * 100).toFixed(digits) : "–";
}

/** A number with three digits: 0.193, 19.3k, 5·10⁻⁸. */
export function shortFigure(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size >= 1e4) return `${value < 0 ? "-" : ""}${shortCount(Math.round(size))}`;
  if (size >= 1000) return String(Math.round(value));
  if (size >= 1e-3) return value.toPrecision(3);
  const [digits, exponent] = value.toExponential(2).split("e-");
  return `${Number(digits)}·10⁻${[...exponent].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}`;
}

/** A count in at most four characters: 950, 1.2k, 34k, 5M. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  if (count < 9950) return `${(count / 1000).toFixed(1)}k`;
  return count < 999_500 ? `${Math.round(count / 1000)}k` : `${Math.round(count / 1e6)}M`;
}

/** A difference of rates in points with its sign, "+3", "−12", "0"; "–" for none. */
export function points(difference: number, digits = 0): string {
  if (!Number.isFinite(difference)) return "–";
  const text = Math.abs(difference * 100).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${difference > 0 ? "+" : "−"}${text}`;
}

/** A text as drawn: negative numbers have a minus sign (U+2212) instead of the hyphen of plain text. */
export function trueMinus(text: string): string {
  return text.replace(/(?<=^|[\s([])-(?=\d)/g, "−");
}
