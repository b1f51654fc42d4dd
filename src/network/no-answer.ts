/** A request got no answer. Its text is fit for a message: it names the cause and holds nothing from outside. */
export class NoAnswer extends Error {
  /** Nothing of the request left this machine: there was no connection that could have carried it. */
  readonly isUnsent: boolean;
  /** Another try fails in the same way, for example because of a certificate. */
  readonly isLasting: boolean;
  /** A short code of ours: `timeout`, `cancelled`, `connection_lost`, `invalid_response`, `http_101`. */
  readonly reason: string;

  constructor(
    message: string,
    { reason = 'connection_lost', isUnsent = false, isLasting = false }: Partial<Omit<NoAnswer, keyof Error>> = {},
  ) {
    super(message);
    this.name = 'NoAnswer';
    this.reason = reason;
    this.isUnsent = isUnsent;
    this.isLasting = isLasting;
  }
}

/** The code of a system, TLS or HTTP error, if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = Error.isError(error) && 'code' in error ? String(error.code) : '';
  return /^\w{1,60}$/.test(code) ? code : undefined;
}
