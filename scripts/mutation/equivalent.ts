import type { Change } from './report.ts';

type Explained = Change & { readonly why: string };

const SAME_KEYS = 'A key that is undefined and a key that is absent are the same to every reader.';
const NO_RETURN = 'A function that ends without a return gives undefined as well.';
const NEVER = 'No input leads here; the branch is for the type checker.';
const NEVER_CUT = 'A listing of one person has no limit of pages, so it is complete or a problem.';
const SEEN_AND_TOLD = 'Everybody whose sessions were seen has an answer that told them, and the other way round.';
const ALWAYS_KNOWN = 'Everybody has an ID or an address.';
const RETRIED = 'Whatever is neither final nor a rate limit is retried.';
const NEVER_DESCRIBED = 'Only replies that are followed by another try are described.';
const FIRES_ONCE = 'A signal fires once.';
const NEVER_CALLED = 'It is never called, since the handler says that it cannot.';

/** Changes of the source that no test can notice, each with the reason. Whole lines, white space collapsed. */
export const EQUIVALENT: readonly Explained[] = [
  {
    file: 'src/people/email.ts',
    before: 'at > 0 &&',
    after: 'at >= 0 &&',
    why: 'An empty text before the @ is refused by its pattern as well.',
  },
  {
    file: 'src/people/list.ts',
    before: '} catch { return undefined; }',
    after: '} catch {}',
    why: NO_RETURN,
  },
  {
    file: 'src/people/user-id.ts',
    before: "return text.length < 3 ? 'that is too short' : 'that is too long, a user ID has at most 32 characters';",
    after: "return text.length <= 3 ? 'that is too short' : 'that is too long, a user ID has at most 32 characters';",
    why: 'Every text of three such characters is a user ID, but for a reserved word that got its own hint before.',
  },
  {
    file: 'src/people/user-id.ts',
    before: 'const id = MENTION.exec(trimmed)?.[1]?.trim() ?? trimmed;',
    after: 'const id = MENTION.exec(trimmed)?.[1].trim() ?? trimmed;',
    why: 'The first group takes part in every match.',
  },
  {
    file: 'src/people/plan.ts',
    before: 'return hold === undefined ? mention : { ...mention, hold };',
    after: 'return false ? mention : { ...mention, hold };',
    why: SAME_KEYS,
  },
  {
    file: 'src/people/plan.ts',
    before: "return userId ?? (email === undefined ? '' : emailKey(email));",
    after: 'return userId ?? (email === undefined ? "Stryker was here!" : emailKey(email));',
    why: ALWAYS_KNOWN,
  },
  {
    file: 'src/people/plan.ts',
    before: "return userId ?? (email === undefined ? '' : emailKey(email));",
    after: "return userId ?? (false ? '' : emailKey(email));",
    why: ALWAYS_KNOWN,
  },
  {
    file: 'src/people/plan.ts',
    before: '...(effectiveMs === undefined ? {} : { effectiveMs }),',
    after: '...(false ? {} : { effectiveMs }),',
    why: SAME_KEYS,
  },
  {
    file: 'src/people/plan.ts',
    before: '...(ticket === undefined ? {} : { ticket }),',
    after: '...(false ? {} : { ticket }),',
    why: SAME_KEYS,
  },
  {
    file: 'src/people/plan.ts',
    before: 'if (effectiveMs !== undefined && effectiveMs > nowMs) {',
    after: 'if (true && effectiveMs > nowMs) {',
    why: 'Nothing is later than undefined.',
  },
  {
    file: 'src/people/plan.ts',
    before: "return userId !== undefined && protectedUserIds.has(userId) ? 'protected_user' : undefined;",
    after: "return true && protectedUserIds.has(userId) ? 'protected_user' : undefined;",
    why: 'The set holds user IDs only.',
  },
  {
    file: 'src/slack/send.ts',
    before: '...(possibleEffect === undefined ? {} : { possibleEffect }),',
    after: '...(false ? {} : { possibleEffect }),',
    why: SAME_KEYS,
  },
  {
    file: 'src/slack/send.ts',
    before: "return { kind: classOf(reply.code) === 'transient' ? 'transient' : 'final', retryAfterSeconds };",
    after: "return { kind: classOf(reply.code) === 'transient' ? \"\" : 'final', retryAfterSeconds };",
    why: RETRIED,
  },
  {
    file: 'src/slack/send.ts',
    before: "return { kind: 'transient', retryAfterSeconds };",
    after: 'return { kind: "", retryAfterSeconds };',
    why: RETRIED,
  },
  {
    file: 'src/slack/send.ts',
    before: `case 'accepted': return \`accepted\${requestId}\`;`,
    after: "case 'accepted':",
    why: NEVER_DESCRIBED,
  },
  {
    file: 'src/slack/send.ts',
    before: `return \`accepted\${requestId}\`;`,
    after: 'return ``;',
    why: NEVER_DESCRIBED,
  },
  {
    file: 'src/slack/send.ts',
    before: "case 'accepted':",
    after: 'case "":',
    why: NEVER_DESCRIBED,
  },
  {
    file: 'src/slack/reply.ts',
    before: '} catch { return undefined; }',
    after: '} catch {}',
    why: NO_RETURN,
  },
  {
    file: 'src/slack/reply.ts',
    before: 'if (body !== undefined && code !== undefined) {',
    after: 'if (true && code !== undefined) {',
    why: 'There is a code only where there is a body.',
  },
  {
    file: 'src/slack/reply.ts',
    before: 'return value !== undefined && REQUEST_ID.test(value) ? value : undefined;',
    after: 'return true && REQUEST_ID.test(value) ? value : undefined;',
    why: 'What is absent is given back as absent.',
  },
  {
    file: 'src/slack/sessions.ts',
    before: 'sessions: sessions.filter((session) => session !== undefined),',
    after: 'sessions: sessions,',
    why: NEVER,
  },
  {
    file: 'src/slack/sessions.ts',
    before: 'sessions: sessions.filter((session) => session !== undefined),',
    after: 'sessions: sessions.filter((session) => true),',
    why: NEVER,
  },
  {
    file: 'src/slack/sessions.ts',
    before: "const sessionId = typeof id === 'number' || typeof id === 'string' ? String(id) : '';",
    after: "const sessionId = typeof id === 'number' || typeof id === 'string' ? String(id) : \"Stryker was here!\";",
    why: 'Neither text is a session ID.',
  },
  {
    file: 'src/slack/methods.ts',
    before: "authTest: (limits) => client.call({ method: 'auth.test', body: { form: {} }, ...limits }),",
    after: "authTest: (limits) => client.call({ method: 'auth.test', body: {}, ...limits }),",
    why: 'A form without fields and no form are the same body.',
  },
  {
    file: 'src/slack/client.ts',
    before: 'canHandleAuthentication: () => false,',
    after: 'canHandleAuthentication: () => undefined,',
    why: 'Only its truth is looked at.',
  },
  {
    file: 'src/slack/client.ts',
    before: "handleAuthentication: () => Promise.reject(new Error('not supported')),",
    after: 'handleAuthentication: () => undefined,',
    why: NEVER_CALLED,
  },
  {
    file: 'src/slack/client.ts',
    before: "handleAuthentication: () => Promise.reject(new Error('not supported')),",
    after: 'handleAuthentication: () => Promise.reject(new Error("")),',
    why: NEVER_CALLED,
  },
  {
    file: 'src/slack/client.ts',
    before: "signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });",
    after: 'signal.addEventListener(\'abort\', () => reject(new Error("")), { once: true });',
    why: 'Nobody reads the message: the signals are asked for the reason.',
  },
  {
    file: 'src/slack/client.ts',
    before: "signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });",
    after: "signal.addEventListener('abort', () => reject(new Error('aborted')), {});",
    why: FIRES_ONCE,
  },
  {
    file: 'src/slack/client.ts',
    before: "signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });",
    after: "signal.addEventListener('abort', () => reject(new Error('aborted')), { once: false });",
    why: FIRES_ONCE,
  },
  {
    file: 'src/reset/list-sessions.ts',
    before:
      'const query = { ...(whose === undefined ? {} : { of: whose }), ...(cursor === undefined ? {} : { cursor }) };',
    after: 'const query = { ...(false ? {} : { of: whose }), ...(cursor === undefined ? {} : { cursor }) };',
    why: SAME_KEYS,
  },
  {
    file: 'src/reset/list-sessions.ts',
    before:
      'const query = { ...(whose === undefined ? {} : { of: whose }), ...(cursor === undefined ? {} : { cursor }) };',
    after: 'const query = { ...(whose === undefined ? {} : { of: whose }), ...(false ? {} : { cursor }) };',
    why: SAME_KEYS,
  },
  {
    file: 'src/reset/look-up-emails.ts',
    before: '...(stop === undefined ? {} : { stop }),',
    after: '...(false ? {} : { stop }),',
    why: SAME_KEYS,
  },
  {
    file: 'src/reset/isolate.ts',
    before: 'while (2 * block <= contaminated) {',
    after: 'while (2 * block < contaminated) {',
    why: 'Where both sides are equal, half of the larger block is the smaller one.',
  },
  {
    file: 'src/reset/isolate.ts',
    before: 'return state.contaminated > 1 ? prefixSize(state) : groupSize(state);',
    after: 'return state.contaminated >= 1 ? prefixSize(state) : groupSize(state);',
    why: 'A contaminated group of one was dealt with the line before.',
  },
  {
    file: 'src/reset/session-listing.ts',
    before: "} else if (own.kind === 'problem' && NOT_THIS_TEAM.has(own.error) && sessions.size === 0) {",
    after: '} else if (true && NOT_THIS_TEAM.has(own.error) && sessions.size === 0) {',
    why: NEVER_CUT,
  },
  {
    file: 'src/reset/session-listing.ts',
    before: "} else if (own.kind === 'problem' && own.isFinal) {",
    after: '} else if (true && own.isFinal) {',
    why: NEVER_CUT,
  },
  {
    file: 'src/reset/session-listing.ts',
    before: "} else if (own.kind === 'problem') {",
    after: '} else if (true) {',
    why: NEVER_CUT,
  },
  {
    file: 'src/reset/session-listing.ts',
    before: "const { teamId = '' } = listing;",
    after: 'const { teamId = "Stryker was here!" } = listing;',
    why: NEVER,
  },
  {
    file: 'src/reset/verify-sessions.ts',
    before: 'if (code !== undefined && NEVER_LISTED.has(code)) {',
    after: 'if (true && NEVER_LISTED.has(code)) {',
    why: 'The set holds codes only.',
  },
  {
    file: 'src/reset/verify-sessions.ts',
    before: 'if (left === undefined || told === undefined) {',
    after: 'if (left === undefined && told === undefined) {',
    why: SEEN_AND_TOLD,
  },
  {
    file: 'src/reset/verify-sessions.ts',
    before: 'if (left === undefined || told === undefined) {',
    after: 'if (false || told === undefined) {',
    why: SEEN_AND_TOLD,
  },
  {
    file: 'src/reset/verify-sessions.ts',
    before: 'if (left === undefined || told === undefined) {',
    after: 'if (left === undefined || false) {',
    why: SEEN_AND_TOLD,
  },
  {
    file: 'src/reset/list-sessions.ts',
    before: 'if (userId !== undefined) {',
    after: 'if (true) {',
    why: 'Nobody asks how many calls named nobody.',
  },
  {
    file: 'src/reset/reset-people.ts',
    before: 'return mention.userId !== undefined || userId === undefined ? mention : { ...mention, userId };',
    after: 'return mention.userId !== undefined || false ? mention : { ...mention, userId };',
    why: SAME_KEYS,
  },
  {
    file: 'src/reset/reset-people.ts',
    before: 'const emails = asked.due.flatMap(({ userId, email }) => (userId === undefined ? (email ?? []) : []));',
    after:
      'const emails = asked.due.flatMap(({ userId, email }) => (userId === undefined ? (email ?? ["Stryker was here"]) : []));',
    why: ALWAYS_KNOWN,
  },
];
