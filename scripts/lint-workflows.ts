// Checks everything that GitHub reads as a workflow or as an Action's metadata: .github/, examples/, the workflows of
// the runner tests, and action.yml. Works without GitHub.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { installActionlint, installSchemaStore, installZizmor } from './tools/install.ts';

const root = join(import.meta.dirname, '..');

function findWorkflows(): string[] {
  const folders = ['.github/workflows', 'examples', '__tests__/runner/workflows'];
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => /\.ya?ml$/.test(path) && isWorkflow(path))
    .sort();
}

/** examples/ holds rosters as well. */
function isWorkflow(path: string): boolean {
  const document: unknown = parse(readFileSync(join(root, path), 'utf8'));
  return typeof document === 'object' && document !== null && 'jobs' in document;
}

function runTool(program: string, args: readonly string[]): boolean {
  const { error, status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error !== undefined) {
    throw error;
  }
  return status === 0;
}

/** Compares with the schemas that GitHub's own editor extension uses. */
async function checkSchemas(paths: readonly string[]): Promise<boolean> {
  // The package imports JSON files without saying so, which Node refuses by default.
  registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
  });
  const { validate } = await import('@actions/languageservice');
  let isFine = true;
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    const document = TextDocument.create(pathToFileURL(join(root, path)).href, 'yaml', 1, text);
    for (const { message, range } of await validate(document)) {
      console.error(`${path}:${range.start.line + 1}:${range.start.character + 1}: ${message}`);
      isFine = false;
    }
  }
  return isFine;
}

/** Compares with the schemas of SchemaStore, which check-jsonschema and most editors use. */
function checkSchemaStore(schemas: string, groups: Readonly<Record<string, readonly string[]>>): boolean {
  let isFine = true;
  for (const [name, paths] of Object.entries(groups)) {
    // The schemas use a format and keywords of editors that Ajv does not know.
    const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(
      JSON.parse(readFileSync(join(schemas, `${name}.json`), 'utf8')),
    );
    for (const path of paths) {
      const isValid = validate(parse(readFileSync(join(root, path), 'utf8')));
      isFine = isFine && isValid;
      for (const { instancePath, message } of validate.errors ?? []) {
        console.error(`${path}: ${instancePath} ${message}`);
      }
    }
  }
  return isFine;
}

/** GitHub has the key since May 2026, and its schema and zizmor know it; actionlint 1.7.12 does not yet. */
const NEW_KEY = '^unexpected key "queue" for "concurrency" section';
const workflows = findWorkflows();
const elsewhere = workflows.filter((path) => !path.startsWith('.github'));
const checks: readonly (readonly [name: string, check: () => boolean | Promise<boolean>])[] = [
  ['GitHub schemas', () => checkSchemas(['action.yml', ...workflows])],
  [
    'SchemaStore',
    () =>
      checkSchemaStore(installSchemaStore(), {
        'github-actions': ['action.yml'],
        'github-workflows': workflows,
        dependabot: ['.github/dependabot.yml'],
        'github-issue-config': ['.github/ISSUE_TEMPLATE/config.yml'],
        'github-issue-forms': [
          '.github/ISSUE_TEMPLATE/bug.yml',
          '.github/ISSUE_TEMPLATE/feature.yml',
          'examples/issue-form.yml',
        ],
      }),
  ],
  // Without shellcheck and pyflakes: whether they are there differs from machine to machine.
  ['actionlint', () => runTool(installActionlint(), ['-shellcheck=', '-pyflakes=', '-ignore', NEW_KEY, ...workflows])],
  ['zizmor', () => runTool(installZizmor(), ['--offline', '--quiet', '.github', 'action.yml', ...elsewhere])],
];
let isFine = true;
for (const [name, check] of checks) {
  console.log(`\n== ${name}`);
  try {
    if (await check()) {
      console.log(`Nothing found in action.yml and ${workflows.length} workflows.`);
    } else {
      isFine = false;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    isFine = false;
  }
}
process.exitCode = isFine ? 0 : 1;
