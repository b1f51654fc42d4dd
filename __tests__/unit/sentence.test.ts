import { describe, expect, it } from '@jest/globals';
import { readSentence } from '../../src/github/sentence.ts';

/** An error as Octokit throws it for an answer. */
function refusal(data: unknown): Error {
  return Object.assign(new Error('refused'), { status: 403, response: { headers: {}, data } });
}

describe('readSentence', () => {
  it.each([
    'Unable to create comment because issue is locked.',
    'Repository was archived so is read-only.',
    'Commenting is disabled on issues with more than 2500 comments',
    'Resource not accessible by integration',
    'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.',
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    'Not Found',
    'Validation Failed',
    'Bad credentials',
  ])('shows "%s" as it is', (message) => {
    expect(readSentence(refusal({ message }))).toBe(message);
  });

  it.each([
    ['the repository of Josephine Zwetschge is closed', 'the repository of … is closed'],
    ['write to jo@example.com, please', 'write to … please'],
    ['API rate limit exceeded for installation ID 12345678.', 'API rate limit exceeded for installation …'],
    ['No common ancestor between 6dcb09b5 and main.', 'No common ancestor between … and main.'],
    ['a\n::error::boo\u001b[31m b\u202e', 'a … b'],
    ['<img src=x> [a](b) @octo-org/team W012A3CDE', '…'],
  ])('keeps what can be a name, a path or an address out of "%s"', (message, shown) => {
    expect(readSentence(refusal({ message }))).toBe(shown);
  });

  it('adds the first detail', () => {
    const errors = [{ message: 'Body is too long (maximum is 65536 characters)' }, { message: 'more' }];
    expect(readSentence(refusal({ message: 'Validation failed', errors }))).toBe(
      'Validation failed: Body is too long (maximum is 65536 characters)',
    );
  });

  it.each([undefined, null, 'text', {}, { message: 7 }, { message: '' }, []])('has nothing to say of %j', (data) => {
    expect([readSentence(refusal(data)), readSentence(data)]).toEqual([undefined, undefined]);
  });

  it('is short, however long the message', () => {
    expect(readSentence(refusal({ message: 'a '.repeat(100_000) }))?.length).toBeLessThanOrEqual(200);
  });
});
