/** What is known of a clip beside its frames. */
export interface ClipFacts {
  readonly id?: string;
  readonly label?: number | null;
  readonly identity?: string | null;
}
