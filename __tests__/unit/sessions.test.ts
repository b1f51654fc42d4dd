import { describe, expect, it } from '@jest/globals';
import { readSessionPage, type Session, shouldBeGone } from '../../src/slack/sessions.ts';

const PERSON = { user_id: 'W012A3CDE', session_id: 1_700_000_000_001 };
const sessions = (...items: readonly unknown[]) => ({ ok: true, active_sessions: items });
const deviceOf = (fields: object): unknown => readSessionPage(sessions({ ...PERSON, ...fields }))?.sessions[0]?.device;

describe('a page of sessions', () => {
  it('is read without its devices and addresses', () => {
    const created = {
      device_hardware: 'Mac',
      os: 'Mac OS',
      os_version: '14',
      slack_client_version: '4',
      ip: '192.0.2.10',
    };
    const body = {
      ...sessions({ ...PERSON, team_id: 'E012A3CDE', created, recent: { ...created, ip: '192.0.2.11' } }),
      response_metadata: { next_cursor: 'bmV4dA==' },
    };
    expect(readSessionPage(body)).toEqual({
      sessions: [{ userId: 'W012A3CDE', sessionId: '1700000000001', teamId: 'E012A3CDE', device: 'computer' }],
      nextCursor: 'bmV4dA==',
    });
  });

  it.each<[string, unknown, string]>([
    ['a number', 1_700_000_000_001, '1700000000001'],
    ['a text', '1700000000001', '1700000000001'],
    ['zero', 0, '0'],
    ['a text with letters', 'Ss_0-1', 'Ss_0-1'],
    ['64 characters', 'x'.repeat(64), 'x'.repeat(64)],
  ])('may have a session ID that is %s', (_name, id, sessionId) => {
    expect(readSessionPage(sessions({ ...PERSON, session_id: id }))?.sessions).toEqual([
      { userId: 'W012A3CDE', sessionId, teamId: '', device: 'unknown' },
    ]);
  });

  it.each<[string, unknown]>([
    ['absent', undefined],
    ['null', null],
    ['empty', ''],
    ['65 characters', 'x'.repeat(65)],
    ['a text with a blank', '17 01'],
    ['two lines', '1\n2'],
    ['a fraction', 1.5],
    ['larger than whole numbers go', 1e21],
    ['true', true],
    ['a list', [1]],
    ['an object', { id: 1 }],
    ['markup', '<b>'],
  ])('is none when a session ID is %s', (_name, id) => {
    expect(readSessionPage(sessions(PERSON, { ...PERSON, session_id: id }))).toBeUndefined();
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['no list', { active_sessions: undefined }],
    ['null', { active_sessions: null }],
    ['a text', { active_sessions: '[]' }],
    ['an object', { active_sessions: { length: 0 } }],
    ['a session that is null', sessions(PERSON, null)],
    ['a session that is a list', sessions([PERSON])],
    ['a session that is a text', sessions('W012A3CDE')],
    ['a session without a person', sessions({ session_id: 1 })],
    ['a person that is a number', sessions({ ...PERSON, user_id: 12 })],
    ['a person that is null', sessions({ ...PERSON, user_id: null })],
  ])('is none in a body with %s', (_name, body) => {
    expect(readSessionPage({ ok: true, ...body })).toBeUndefined();
  });

  it.each<[string, unknown, string | undefined]>([
    ['a text', { next_cursor: 'abc=' }, 'abc='],
    ['empty', { next_cursor: '' }, undefined],
    ['absent', {}, undefined],
    ['null', { next_cursor: null }, undefined],
    ['in metadata that is absent', undefined, undefined],
    ['in metadata that is null', null, undefined],
  ])('has a next cursor: %s', (_name, metadata, nextCursor) => {
    expect(readSessionPage({ ...sessions(PERSON), response_metadata: metadata })).toMatchObject({ nextCursor });
    expect(readSessionPage({ ...sessions(), response_metadata: metadata })).toEqual({ sessions: [], nextCursor });
  });

  it.each<[string, unknown]>([
    ['a number', { next_cursor: 7 }],
    ['false', { next_cursor: false }],
    ['true', { next_cursor: true }],
    ['an object', { next_cursor: {} }],
    ['a list', { next_cursor: ['abc='] }],
    ['in metadata that is a list', ['abc=']],
    ['in metadata that is a text', 'abc='],
  ])('is not taken for the last one when its next cursor is %s', (_name, metadata) => {
    expect(readSessionPage({ ...sessions(PERSON), response_metadata: metadata })).toBeUndefined();
  });
});

describe('the device of a session', () => {
  it.each<[string | undefined, string | undefined, Session['device']]>([
    ['iPhone14,3', 'iOS', 'mobile'],
    ['iPad13,4', 'iPadOS', 'mobile'],
    ['', 'iOS', 'mobile'],
    ['iPhone', '', 'mobile'],
    ['SM-G998U', 'Android', 'mobile'],
    ['Pixel 8', 'android', 'mobile'],
    ['Mac', 'Mac OS', 'computer'],
    ['Macintosh', 'macOS', 'computer'],
    ['', 'Windows', 'computer'],
    ['PC', 'Windows NT', 'computer'],
    ['Macintosh', 'Mac OS X', 'computer'],
    ['Intel', 'OS X', 'computer'],
    ['Intel', 'os x', 'computer'],
    ['', 'OSX', 'computer'],
    ['', 'macOS', 'computer'],
    ['arm64', 'Macintosh', 'computer'],
    ['Chrome', 'Mac OS', 'computer'],
    ['Chromebook', 'CrOS', 'computer'],
    ['Chromebook', 'Chrome OS', 'computer'],
    ['Chromebook', 'ChromeOS', 'computer'],
    // Only the system tells of a computer: Android is a Linux, and phones are called after computers and browsers.
    ['Chrome', 'Linux', 'unknown'],
    ['Firefox', '', 'unknown'],
    ['Mac', '', 'unknown'],
    ['Windows PC', '', 'unknown'],
    ['SM-G998U', 'Linux', 'unknown'],
    ['edge 30', '', 'unknown'],
    ['edge 30', 'Android', 'mobile'],
    ['Macro X2', '', 'unknown'],
    ['', 'Unlike Windows', 'unknown'],
    ['', '', 'unknown'],
    [undefined, undefined, 'unknown'],
    ['SM-G998U', '', 'unknown'],
    ['Toaster', 'BeOS', 'unknown'],
    ['Huawei P60', 'HarmonyOS', 'unknown'],
    // Neither a browser on a phone nor a phone that calls itself a computer as well is anybody's guess.
    ['Safari', 'iOS', 'unknown'],
    ['Chrome', 'Android', 'unknown'],
    ['iPhone', 'Firefox', 'unknown'],
    ['iPhone', 'Mac OS', 'unknown'],
    ['iPad', 'Mac OS', 'unknown'],
    ['Lumia 950', 'Windows Phone', 'unknown'],
    // Parts of other words tell nothing.
    ['Kiosk', 'Curios', 'unknown'],
  ])('is read from hardware %j and system %j: %s', (device_hardware, os, device) => {
    expect(deviceOf({ created: { device_hardware, os } })).toBe(device);
    expect(deviceOf({ recent: { device_hardware, os } })).toBe(device);
  });

  it.each<[string, object, Session['device']]>([
    ['nothing', {}, 'unknown'],
    ['the latest change only', { created: {}, recent: { os: 'Android' } }, 'mobile'],
    ['a change from phone to computer', { created: { os: 'iOS' }, recent: { os: 'Windows' } }, 'unknown'],
    [
      'a change from app to browser',
      { created: { os: 'Android' }, recent: { device_hardware: 'Chrome', os: 'Android' } },
      'unknown',
    ],
    ['wrong types', { created: { os: 7, device_hardware: ['iPhone'] }, recent: 'Windows' }, 'unknown'],
    ['null', { created: null, recent: null }, 'unknown'],
    ['a list', { created: [{ os: 'iOS' }] }, 'unknown'],
    ['other members only', { created: { os_version: 'Windows', slack_client_version: 'iOS', ip: 'Mac' } }, 'unknown'],
  ])('is read from %s', (_name, fields, device) => {
    expect(deviceOf(fields)).toBe(device);
  });

  it.each([
    ['a phone called after a browser', { device_hardware: 'edge 30' }],
    ['a phone with the kernel as its system', { device_hardware: 'SM-G998U', os: 'Linux' }],
    ['a phone that begins like a computer', { device_hardware: 'Macro X2' }],
  ])('is not taken for a computer: %s', (_name, created) => {
    expect(deviceOf({ created })).not.toBe('computer');
  });
});

describe('a session that should be gone', () => {
  it.each<[Session['device'], boolean, boolean, boolean]>([
    ['computer', true, true, false],
    ['mobile', true, false, true],
    ['unknown', true, true, true],
  ])('%s: after a reset of all %p, of web %p, of mobile %p', (device, all, web, mobile) => {
    const session = { userId: 'W012A3CDE', sessionId: '1', teamId: 'E012A3CDE', device };
    expect((['all', 'web', 'mobile'] as const).map((kind) => shouldBeGone(session, kind))).toEqual([all, web, mobile]);
  });
});
