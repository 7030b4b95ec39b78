/** An SVG that screen readers announce as one picture with a name and a description. */
export function withTextAlternative(svg: string, title: string, description: string): string {
  const words = `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`;
  return svg.replace(/^<svg\b([^>]*)>/, (_, attributes: string) => `<svg role="img"${attributes}>${words}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
