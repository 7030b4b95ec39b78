/** One section of a card: its heading, and a list of sentences or Markdown that stands as it is. */
export type CardSection = readonly [heading: string, content: readonly string[] | string];

/** A card as Markdown; sections without content are left out. */
export function cardSections(title: string, sections: readonly CardSection[], ending: string): string {
  const texts = sections
    .filter(([, content]) => content.length > 0)
    .map(
      ([heading, content]) => `## ${heading}\n\n${typeof content === "string" ? content : listOf(content)}`,
    );
  return [`# ${title}`, ...texts, ending].join("\n\n") + "\n";
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
