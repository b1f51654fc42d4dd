import { describe, expect, it } from '@jest/globals';
import { findLeaks } from '../support/leaks.ts';

const TOKEN = 'xoxp-test-0000000000-not-a-real-token';
const confidential = { tokens: { 'the token': TOKEN }, personal: ['Josephine Zwetschge', 'jo@example.com'] };
const found = (text: string) => findLeaks({ log: text }, confidential).length;

describe('the harness that looks for leaks', () => {
  it.each([
    ['the token', `a ${TOKEN} b`],
    ['twelve characters of it', `a ${TOKEN.slice(9, 21)} b`],
    ['its last twelve characters', TOKEN.slice(-12)],
    ['the token in upper case', TOKEN.toUpperCase()],
    ['the token in an URL', `?t=${encodeURIComponent(TOKEN)}`],
    ['the token with every character escaped', [...TOKEN].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')],
    ['the token in Base64', Buffer.from(TOKEN).toString('base64')],
    ['the token in Base64 within a text', Buffer.from(`Bearer ${TOKEN}`).toString('base64')],
    ['the token in Base64 within another text', Buffer.from(`_Bearer ${TOKEN}!`).toString('base64')],
    ['a part of the token in Base64', Buffer.from(`__Bearer ${TOKEN}!`).toString('base64').slice(20, 40)],
    ['the token in hexadecimal', Buffer.from(TOKEN).toString('hex')],
    ['the token backwards', [...TOKEN].toReversed().join('')],
    ['a name', 'of josephine zwetschge.'],
    ['an address', '<JO@example.com>'],
    ['an address in an URL', '?email=jo%40example.com'],
  ])('finds %s', (_name, text) => {
    expect(found(text)).toBe(1);
  });

  it.each([
    ['eleven characters of the token', TOKEN.slice(9, 20)],
    ['another token', 'xoxb-other'],
    ['another address', 'jo@example.org'],
    ['nothing', ''],
  ])('passes over %s', (_name, text) => {
    expect(found(text)).toBe(0);
  });
});
