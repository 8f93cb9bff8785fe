/** An address that turns texts into vectors, of the host's own choice. */
export interface EmbeddingSettings {
  /** With its path: `http://ollama:11434/v1/embeddings`. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; null where the address asks for none. */
  readonly key: string | null;
}

/** Where mails are received that answer what was mailed. */
export interface MailInSettings {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Of the addresses that are answered to, in lower case: `antwoord.westbetuwe.example`. */
  readonly domain: string;
}

/** What an installation can set. Parsed once by `apps/api/config.ts`; nothing else reads the environment. */
export abstract class Settings {
  abstract readonly databaseUrl: string;
  abstract readonly host: string;
  /** 0 takes any free port. */
  abstract readonly port: number;
  /** The origin people see in their browser, without a path: `https://kernagenda.example`. */
  abstract readonly publicUrl: string;
  /** Demo people, and mail that is shown instead of sent. */
  abstract readonly isDemo: boolean;
  /** Null only in demo mode. */
  abstract readonly smtpUrl: string | null;
  abstract readonly mailFrom: string;
  /** Null where no mail is received. */
  abstract readonly mailIn: MailInSettings | null;
  /** Who becomes administrator while there is none, in lower case; null when nobody is named. */
  abstract readonly adminEmail: string | null;
  /** How many proxies stand in front of the server; 0 takes the address of the connection. */
  abstract readonly trustedProxies: number;
  /** Keys what is stored as a keyed hash (sign-in codes), and signs the links in mail that stop it. */
  abstract readonly secretKey: string;
  /** Where weaknesses are reported, as an address with its scheme (`mailto:…`, `https://…`), or null for nowhere. */
  abstract readonly securityContact: string | null;
  /** The built thread that compares texts. */
  abstract readonly matchingWorker: string;
  /** The built thread that reads spreadsheets. */
  abstract readonly importingWorker: string;
  /** The built process that prints pages. */
  abstract readonly printingWorker: string;
  /** The browser it does that with, a program that needs no environment; null where there is none. */
  abstract readonly chromiumPath: string | null;
  /** Null where matching does without. */
  abstract readonly embeddings: EmbeddingSettings | null;
  /** The built web application (with `browser` and `server` in it), or null for the API alone. */
  abstract readonly webDir: string | null;
}
