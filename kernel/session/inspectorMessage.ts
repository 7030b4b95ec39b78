/** A message of the Chrome DevTools Protocol, which V8's inspector speaks. */
export interface InspectorMessage {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: object;
  readonly error?: { readonly code: number; readonly message: string };
}
