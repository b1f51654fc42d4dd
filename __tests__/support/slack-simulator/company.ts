import type { SimulatedUser } from './people.ts';

/** A small made-up company: seven members, a bot, the primary owner and somebody who was deactivated. */
export const EXAMPLE_COMPANY: readonly SimulatedUser[] = [
  { id: 'W012A3CDE', email: 'jo@example.com' },
  { id: 'W024B4DEF', email: 'sam@example.com' },
  { id: 'U035C5EFG', email: 'kim@example.com', sessions: [{ sessionId: 1700000000001, kind: 'web' }] },
  {
    id: 'W046D6FGH',
    email: 'alex@example.com',
    sessions: [
      { sessionId: 1700000000011, kind: 'web' },
      { sessionId: 1700000000012, kind: 'desktop' },
      { sessionId: 1700000000013, kind: 'mobile' },
    ],
  },
  { id: 'U057E7GHI', email: 'robin@example.com', sessions: [] },
  { id: 'W068F8HIJ', email: 'charlie@example.com', returns: true },
  { id: 'W079G9IJK', email: 'dana@example.com', sticky: true },
  { id: 'U0BOT00001', kind: 'bot' },
  { id: 'W0OWNER001', email: 'owner@example.com', kind: 'primary-owner' },
  { id: 'W0GONE0001', email: 'former@example.com', kind: 'deactivated' },
];
