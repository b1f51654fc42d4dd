/** A line by which a process tells the runner something, such as `::error file=a.yml,line=3::message`. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface ParsedLog {
  readonly commands: readonly WorkflowCommand[];
  /** The values given to `::add-mask::`. */
  readonly masks: readonly string[];
  /** The log without its `::add-mask::` lines, which the runner does not show. */
  readonly visible: string;
}

// The runner takes any other word between the colons for ordinary output.
const NAMES = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
);

function unescapeMessage(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeMessage(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

function toCommand(name: string, properties: readonly string[], message: string): WorkflowCommand | undefined {
  const pairs = properties.flatMap((property) => {
    const at = property.indexOf('=');
    return at < 0 ? [] : [[property.slice(0, at).trim(), unescapeProperty(property.slice(at + 1))] as const];
  });
  return NAMES.has(name.toLowerCase())
    ? { name: name.toLowerCase(), properties: Object.fromEntries(pairs), message: unescapeMessage(message) }
    : undefined;
}

/**
 * Reads one line as the runner does: leading whitespace does not count, and the older form `##[error]message`
 * is obeyed wherever it stands in a line.
 */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const [, name = '', properties = '', message = ''] = /^\s*::([\w-]+)(?: +(.*?))?::(.*)$/s.exec(line) ?? [];
  const current = toCommand(name, properties.split(','), message);
  if (current !== undefined) {
    return current;
  }
  const [, oldName = '', oldProperties = '', oldMessage = ''] = /##\[([\w-]+)(?: +(.*?))?\](.*)$/s.exec(line) ?? [];
  return toCommand(oldName, oldProperties.split(';'), oldMessage);
}

/** Splits a log into its workflow commands and what the runner shows; honours `::stop-commands::`. */
export function parseLog(log: string): ParsedLog {
  const commands: WorkflowCommand[] = [];
  const visible: string[] = [];
  let resumeAt: string | undefined;
  for (const line of log.split(/(?<=\n)/)) {
    const text = line.replace(/\r?\n$/, '');
    if (resumeAt !== undefined) {
      resumeAt = text.trim() === `::${resumeAt}::` ? undefined : resumeAt;
      visible.push(line);
      continue;
    }
    const command = parseCommand(text);
    if (command?.name === 'stop-commands') {
      resumeAt = command.message;
    }
    if (command !== undefined) {
      commands.push(command);
    }
    if (command?.name !== 'add-mask') {
      visible.push(line);
    }
  }
  const masks = commands.filter((command) => command.name === 'add-mask').map((command) => command.message);
  return { commands, masks, visible: visible.join('') };
}
