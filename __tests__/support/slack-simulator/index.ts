export { EXAMPLE_COMPANY } from './company.ts';
export type {
  FailedForSomeShape,
  RateLimit,
  SessionKind,
  SimulatedSession,
  SimulatedUser,
  SimulatorOptions,
} from './options.ts';
export { SIMULATOR_TOKEN, SIMULATOR_WORKSPACE } from './options.ts';
export type { RecordedRequest, RequestPredicate } from './requests.ts';
export type { ScriptedAnswer } from './scripted-answer.ts';
export { type SlackSimulator, startSlackSimulator } from './server.ts';
