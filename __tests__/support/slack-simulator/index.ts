export { EXAMPLE_COMPANY } from './company.ts';
export { METHOD_NAMES } from './methods.ts';
export type { FailedForSomeShape, ListingFaults, OpenQuestions, RateLimit, SimulatorOptions } from './options.ts';
export { SIMULATOR_TOKEN, SIMULATOR_WORKSPACE } from './options.ts';
export type { AccountKind, SessionKind, SimulatedDevice, SimulatedSession, SimulatedUser } from './people.ts';
export { PUBLISHED_DEVICE } from './people.ts';
export type { RecordedRequest, RequestPredicate } from './requests.ts';
export type { ScriptedAnswer } from './scripted-answer.ts';
export { type SlackSimulator, startSlackSimulator } from './server.ts';
