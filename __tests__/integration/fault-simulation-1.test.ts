import { describeFaults } from '../support/fault-world/suite.ts';

// One of four shares of the simulated worlds of faults: test files run side by side.
describeFaults(0);
