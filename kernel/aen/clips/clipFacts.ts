/** What is known about a clip besides its frames. */
export interface ClipFacts {
  readonly id?: string;
  readonly label?: number | null;
  readonly identity?: string | null;
}
