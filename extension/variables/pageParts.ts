/** A text as it stands in HTML, in quotes too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A picture of a given height, or an empty place where there is none. Only pictures in the page itself are shown. */
export function picture(source: string, name: string, height: number): string {
  if (!/^data:image\/(jpeg|png|webp);base64,[A-Za-z0-9+/=]+$/.test(source))
    return `<span class="none" style="width:${height}px;height:${height}px"></span>`;
  return `<img src="${source}" alt="${escaped(name)}" height="${height}">`;
}
