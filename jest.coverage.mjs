// How much of the code runs in the quick tests. Counted are only the folders whose rules are tested inside of the test's
// own process. The rest (main.ts, inputs/, report/, github/, runner/, and what loads and compares rosters) is judged by running the
// Action in a child process, which is not counted here: a figure for it would say nothing.
import config from './jest.quick.mjs';

const LEAST = { lines: 95, functions: 95, branches: 90 };

export default {
  ...config,
  collectCoverage: true,
  collectCoverageFrom: [
    'src/{calls,people,reset,roster,slack}/**/*.ts',
    '!src/roster/{added,checked-out,index,load,roster-change}.ts',
  ],
  coverageReporters: [['text', { skipFull: true }]],
  coverageThreshold: {
    './src/calls/': LEAST,
    './src/people/': LEAST,
    './src/reset/': LEAST,
    './src/roster/': LEAST,
    './src/slack/': LEAST,
  },
};
