// All about roster files in one chunk of the bundle, which only a run with a roster loads: it holds the YAML parser.
export { parseRoster, parseRosterInSteps } from './roster.ts';
export { readRosterFiles } from './roster-files.ts';
