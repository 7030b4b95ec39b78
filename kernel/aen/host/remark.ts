/** Tells the user something that is no error but changes what they have: on stderr, under the cell that is running. */
export function remark(sentence: string): void {
  console.warn(`Note: ${sentence}`);
}
