/** Converts a position in Unicode code points (as in Jupyter) to an offset in a JavaScript string. */
export function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  for (let passed = 0; passed < codePoints && offset < text.length; passed++)
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}

/** The number of Unicode code points before an offset in a JavaScript string. */
export function codePointOffset(text: string, offset: number): number {
  let passed = 0;
  for (let at = 0; at < offset && at < text.length; passed++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return passed;
}
