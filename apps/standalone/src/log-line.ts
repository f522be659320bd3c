const warning = 40;

/**
 * What the terminal shows of a line of api's or worker's log: warnings and errors, since the whole log is in its file. Null
 * for the rest.
 */
export function readable(name: string, line: string): string | null {
  const entry = parse(line);
  if (entry === null) return `[${name}] ${line}`;
  if (entry.event === 'operator_setup_link') return `Become the first operator: ${textOf(entry.link)}`;
  if (entry.level < warning) return null;
  const {
    level: _level,
    time: _time,
    pid: _pid,
    hostname: _hostname,
    name: _name,
    event,
    err,
    ...rest
  } = entry;
  const details = Object.entries({ ...rest, ...(err && { error: err.message }) });
  return [`[${name}] ${event}`, ...details.map(([key, value]) => `${key}=${textOf(value)}`)].join(' ');
}

interface LogEntry {
  level: number;
  event: string;
  err?: { message: string };
  [key: string]: unknown;
}

/** Null for what is no log entry: a crash speaks in its own format. */
function parse(line: string): LogEntry | null {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null && 'level' in entry ? (entry as LogEntry) : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
