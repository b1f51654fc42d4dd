// Whole processes: the Action with one call for three people, beside the same POST without it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSlackSimulator, SIMULATOR_TOKEN } from '../__tests__/support/slack-simulator/index.ts';
import { startForwardProxy } from '../__tests__/support/forward-proxy.ts';
import { measureMemory, type Program, ratios, spread, timeInTurn } from './support/processes.ts';

const USERS = ['U0BENCH001', 'U0BENCH002', 'U0BENCH003', ...Array.from({ length: 10 }, (_, i) => `U0ROSTER${i}`)];
const ACTION = join(import.meta.dirname, '..', 'dist', 'index.js');
const BODY = JSON.stringify({ user_ids: USERS.slice(0, 3) });
const HEADERS = `{ 'Content-Type': 'application/json; charset=utf-8', Authorization: 'Bearer ${SIMULATOR_TOKEN}' }`;
