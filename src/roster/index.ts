// All about roster files in one chunk of the bundle, which only a run with a roster loads: it holds the YAML parser.

export { readRosterFiles } from './files.ts';
export { parseRoster, parseRosterInSteps } from './parse.ts';
export { readRosterChange } from './roster-change.ts';
