/** A page to print: its document as text, and where the files it names are. */
export interface Print {
  /** Where people read it; what links on paper point at: `https://kernagenda.example/kernen/tricht`. */
  readonly url: string;
  /** Where files of that origin are fetched: `http://127.0.0.1:3000`. */
  readonly origin: string;
  readonly html: string;
}

export interface Asked {
  readonly number: number;
  readonly print: Print;
}

export type Answered =
  { readonly number: number; readonly pdf: Uint8Array } | { readonly number: number; readonly failure: string };
