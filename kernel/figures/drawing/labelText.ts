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
