import type { ActionRun } from './run-action.ts';
import { parseLog } from './workflow-commands.ts';

/** What may leave the process in no form, by a name that says what it is. */
export interface Confidential {
  /** Looked for in parts and in other notations as well. */
  readonly tokens?: Readonly<Record<string, string>>;
  /** Looked for as a whole, in any case and in other notations. */
  readonly personal?: readonly string[];
}

/** So many characters in a row of a token are a leak. */
const PART = 12;

function partsOf(text: string): string[] {
  return Array.from({ length: Math.max(1, text.length - PART + 1) }, (_, at) => text.slice(at, at + PART));
}

/** The characters that a text has in Base64 wherever it stands in a longer one. */
function base64Of(text: string): string[] {
  return ['', 'a', 'ab'].map((before) => {
    const bits = (before.length + Buffer.byteLength(text)) * 8;
    const first = Math.ceil((before.length * 8) / 6);
    return Buffer.from(before + text)
      .toString('base64')
      .slice(first, Math.floor(bits / 6));
  });
}

function notationsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const everyCharacter = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return [text, encodeURIComponent(text), everyCharacter, [...text].toReversed().join(''), hex, ...base64Of(text)];
}

/** All that a token could be recognized by, in lower case. */
export function tracesOf(token: string): readonly string[] {
  return [...new Set(notationsOf(token).flatMap(partsOf))].map((part) => part.toLowerCase());
}

/**
 * Everything that left the process, by where it went. Of the log, what the runner shows: without lines that mask a
 * secret, and with secrets masked as a whole, which no runner does for a part of one.
 */
export function placesOf(run: ActionRun): Record<string, string> {
  const mask = (text: string): string => run.masks.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  return {
    stdout: mask(parseLog(run.stdout).visible),
    stderr: mask(parseLog(run.stderr).visible),
    outputs: JSON.stringify(run.outputs),
    summary: run.summary,
    report: JSON.stringify(run.report ?? null),
    everything: mask(run.everything),
  };
}

/** Finds what is confidential in texts that left the process; each finding names the place and the secret. */
export function findLeaks(
  places: Readonly<Record<string, string>>,
  { tokens = {}, personal = [] }: Confidential,
): readonly string[] {
  const findings: string[] = [];
  for (const [place, text] of Object.entries(places)) {
    const lower = text.toLowerCase();
    for (const [name, token] of Object.entries(tokens)) {
      const trace = tracesOf(token).find((part) => lower.includes(part));
      if (trace !== undefined) {
        findings.push(`${place} holds a part of ${name}: ${trace}`);
      }
    }
    for (const fact of personal) {
      if (notationsOf(fact).some((notation) => lower.includes(notation.toLowerCase()))) {
        findings.push(`${place} holds ${fact}`);
      }
    }
  }
  return findings;
}
