import { type Answer, json, NOT_FOUND, refuse } from './answers.ts';
import type { EarlierComment } from './options.ts';

const MAX_BODY_CHARACTERS = 65_536;
const FIRST_ID = 1_000_000_001;

const JOB = { login: 'github-actions[bot]', type: 'Bot' } as const;

/** A comment as the stand-in keeps it. */
export interface StoredComment extends EarlierComment {
  readonly id: number;
  /** How often its body was written. */
  readonly writes: number;
}

/** The comments of all issues and pull requests. */
export interface CommentStore {
  all(): readonly StoredComment[];
  list(issue: number, query: URLSearchParams): Answer;
  create(issue: number, body: unknown): Answer;
  update(id: number, body: unknown): Answer;
  /** Takes a comment away, as a person does who deletes it. */
  remove(id: number): void;
}

function problemOf(body: unknown): Answer | undefined {
  if (typeof body !== 'string' || body.trim() === '') {
    return refuse(422, 'Validation Failed', {
      errors: [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }],
    });
  }
  if (body.length > MAX_BODY_CHARACTERS) {
    const message = `Body is too long (maximum is ${MAX_BODY_CHARACTERS} characters)`;
    return refuse(422, 'Validation Failed', { errors: [{ resource: 'IssueComment', code: 'unprocessable', message }] });
  }
  return undefined;
}

function toJson({ id, body, author = JOB }: StoredComment): object {
  return { id, body, user: author };
}

/** @see https://docs.github.com/en/rest/issues/comments */
export function createCommentStore(earlier: readonly EarlierComment[]): CommentStore {
  const comments: StoredComment[] = earlier.map((comment, index) => ({ ...comment, id: FIRST_ID + index, writes: 0 }));
  let made = comments.length;
  return {
    all: () => comments,
    list: (issue, query) => {
      const size = Math.min(100, Number(query.get('per_page') ?? '30'));
      const from = (Number(query.get('page') ?? '1') - 1) * size;
      const those = comments.filter((comment) => comment.issue === issue);
      return json(those.slice(from, from + size).map(toJson));
    },
    create: (issue, body) => {
      const problem = problemOf(body);
      if (problem !== undefined) {
        return problem;
      }
      made += 1;
      const comment = { id: FIRST_ID + made, issue, body: String(body), writes: 1 };
      comments.push(comment);
      return json(toJson(comment), 201);
    },
    remove: (id) => {
      comments.splice(
        comments.findIndex((comment) => comment.id === id),
        1,
      );
    },
    update: (id, body) => {
      const index = comments.findIndex((comment) => comment.id === id);
      const comment = comments[index];
      const problem = comment === undefined ? NOT_FOUND : problemOf(body);
      if (comment === undefined || problem !== undefined) {
        return problem ?? NOT_FOUND;
      }
      const next = { ...comment, body: String(body), writes: comment.writes + 1 };
      comments[index] = next;
      return json(toJson(next));
    },
  };
}
