// Runs the tests whose judges are no npm packages, and fails where one of these is missing.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { installJsonSchema, installLanguageServer, installSlackSdk } from './tools/install.ts';

installSlackSdk();
installJsonSchema();
installLanguageServer();
const jest = join(import.meta.dirname, '..', 'node_modules', 'jest', 'bin', 'jest.js');
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
execFileSync(process.execPath, [...flags, jest, 'python-client', 'language-server', 'roster-schema'], {
  env: { ...process.env, WITNESSES: 'required' },
  stdio: 'inherit',
});
