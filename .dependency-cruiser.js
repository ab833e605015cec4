/**
 * The flow of docs/architecture.md as a check: data goes http -> commands -> invitations -> ports, adapters implement
 * ports, and only the files at the top of src build and join them. Each folder names what it may import; all else is
 * an import that points back up.
 */
const mayImport = {
  'src/ports': ['src/ports'],
  'src/texts': ['src/texts', 'src/ports'],
  'src/invitations': ['src/invitations', 'src/texts', 'src/ports', 'src/errors'],
  'src/command-line': ['src/command-line', 'src/invitations', 'src/texts', 'src/ports', 'src/errors'],
  commands: ['commands', 'src/command-line', 'src/invitations', 'src/texts', 'src/ports', 'src/errors'],
  'src/deliveries': ['src/deliveries', 'src/invitations', 'src/texts', 'src/ports', 'src/errors'],
  'src/arrivals': ['src/arrivals', 'src/invitations', 'src/texts', 'src/ports', 'src/errors'],
  'src/http': ['src/http', 'src/command-line', 'src/ports', 'src/errors'],
  'src/metrics': ['src/metrics', 'src/ports'],
  'src/config': ['src/config', 'src/ports', 'src/errors'],
  'src/backups': ['src/backups', 'src/store', 'src/ports', 'src/errors'],
  'src/jobs': ['src/jobs', 'src/ports'],
  'src/store': ['src/store', 'src/ports', 'src/errors'],
  'src/kchat': ['src/kchat', 'src/ports', 'src/errors', 'src/read-limited'],
  'src/infomaniak': ['src/infomaniak', 'src/ports', 'src/errors', 'src/read-limited'],
  'src/charts': ['src/charts', 'src/ports'],
  'src/doctor': [
    ...['src/doctor', 'src/kchat', 'src/infomaniak', 'src/store', 'src/http/command-tokens', 'src/config'],
    ...['src/database', 'src/registered', 'src/ports', 'src/errors'],
  ],
  sandbox: ['sandbox'],
};

const layers = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder} imports only what lies below it`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^(src|commands|sandbox|test)/', pathNot: allowed.map((path) => `^${path}[/.]`) },
}));

/** A folder that is named nowhere above could import anything. */
const named = {
  name: 'every folder has its layer',
  severity: 'error',
  from: { path: '^(src/[^/]+|commands|sandbox)/', pathNot: Object.keys(mayImport).map((folder) => `^${folder}/`) },
  to: {},
};

/**
 * Of the files at the top of src, these build and join the others, or start the program. The rest are tools: they know
 * what they are about and nothing of the layers.
 */
const joints = [
  ...['main', 'serve', 'register', 'doctor', 'jobs', 'backup', 'migrate-store', 'app', 'database', 'settings'],
  ...['teams', 'open-team', 'team-adapters', 'shared-budgets', 'answering', 'answer-team', 'report-readiness'],
  ...['registered', 'lead', 'hear-arrivals', 'hold-while-refused', 'recall-spending', 'after-restore'],
];
const tools = {
  name: 'a file at the top that joins nothing imports ports, errors and configuration at most',
  severity: 'error',
  from: { path: '^src/[^/]+$', pathNot: joints.map((file) => `^src/${file}\\.ts$`) },
  to: { path: '^(src|commands|sandbox|test)/', pathNot: ['^src/ports/', '^src/errors\\.ts$', '^src/config[/.]'] },
};

/** The use cases and the words of commands know no vendor, no HTTP and no SQL. */
const ports = {
  name: 'the inside knows ports only',
  severity: 'error',
  from: { path: '^(src/(invitations|command-line|deliveries|arrivals|texts|ports)|commands)/' },
  to: {
    path: 'node_modules/(express|kysely|better-sqlite3|pg|@mattermost|pusher-js|node-cron|pino|prom-client|chart.js|@napi-rs)/',
  },
};

export default {
  forbidden: [
    ...layers,
    named,
    tools,
    ports,
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'the product imports nothing of the sandbox',
      severity: 'error',
      from: { path: '^(src|commands)/' },
      to: { path: '^sandbox/' },
    },
    { name: 'every import is found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^sandbox/web/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
