/** Where a position counted in Unicode code points (as Jupyter counts) lies in a JavaScript string. */
export function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  for (let passed = 0; passed < codePoints && offset < text.length; passed++)
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}

/** How many Unicode code points lie before an offset of a JavaScript string. */
export function codePointOffset(text: string, offset: number): number {
  let passed = 0;
  for (let at = 0; at < offset && at < text.length; passed++) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  return passed;
}
