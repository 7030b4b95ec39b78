/**
 * A kernel traceback in the form that VS Code's own renderer turns into links: "Cell In[3], line 4" opens that line
 * of the cell with that execution count, and the numbered lines below it are links too.
 * @param source - the text of the cell with a given execution count, if known
 */
export function linkedTraceback(
  traceback: readonly string[],
  executionCount: number,
  source: (executionCount: number) => string | undefined,
): string[] {
  let isFirst = true;
  return traceback
    .flatMap((entry) => entry.split("\n"))
    .flatMap((line) => {
      const frame = /^\s+at (?:(.*) \()?Cell \[(\d+)\]:(\d+):\d+\)?$/.exec(line);
      if (frame) {
        const excerpt = isFirst ? excerptAt(source(Number(frame[2])), Number(frame[3])) : [];
        isFirst = false;
        return [
          ...place(Number(frame[2]), Number(frame[3])),
          ...excerpt,
          ...(frame[1] ? [`    in ${frame[1]}`] : []),
        ];
      }
      const mistake = /^(\d+):\d+ - (error TS\d+: .*)$/.exec(line);
      return mistake ? [...place(executionCount, Number(mistake[1])), mistake[2]] : [line];
    });
}

function place(executionCount: number, line: number): string[] {
  return [`Cell In[${executionCount}], line ${line}`];
}

/** The line with its neighbours, marked as in IPython. */
function excerptAt(text: string | undefined, line: number): string[] {
  const lines = text?.split(/\r?\n/) ?? [];
  if (line > lines.length) return [];
  const from = Math.max(1, line - 2);
  const width = String(line + 1).length;
  return lines.slice(from - 1, line + 1).map((code, index) => {
    const number = from + index;
    const label = String(number).padStart(width);
    return number === line ? `----> ${label} ${code}` : `      ${label} ${code}`;
  });
}
