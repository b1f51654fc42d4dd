// All about rosters in one chunk of the bundle, which only a run with a roster loads: it holds the YAML parser.
export { findAddedProblems, findRosterChange } from './added.ts';
export { readRosters } from './load.ts';
