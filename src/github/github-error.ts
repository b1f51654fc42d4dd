/** GitHub did not do what was asked; the message says what to check. */
export class GitHubError extends Error {
  /** HTTP status, if one came back. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined) {
    super(message);
    this.name = 'GitHubError';
    this.status = status;
  }
}
