import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The flow of docs/architecture.md as a lint rule: each entry names a folder and what may not be imported from it.
 * Data goes http -> commands -> invitations -> ports; adapters implement ports; only app.ts builds them.
 */
const layers = [
  { target: './src/ports', from: ['./src', './commands'], except: ['./ports'] },
  {
    target: './src/invitations',
    from: ['./src', './commands'],
    except: ['./ports', './invitations', './texts', './errors.ts'],
  },
  { target: './src/texts', from: ['./src', './commands'], except: ['./texts', './ports'] },
  {
    target: './src/command-line',
    from: ['./src', './commands'],
    except: ['./command-line', './invitations', './ports', './texts', './errors.ts'],
  },
  {
    target: './commands',
    from: './src',
    except: ['./command-line', './invitations', './ports', './texts', './errors.ts'],
  },
  {
    target: './src/deliveries',
    from: ['./src', './commands'],
    except: ['./deliveries', './invitations', './ports', './texts', './errors.ts'],
  },
  {
    target: './src/arrivals',
    from: ['./src', './commands'],
    except: ['./arrivals', './invitations', './ports', './texts', './errors.ts'],
  },
  { target: './src/store', from: ['./src', './commands'], except: ['./store', './ports', './errors.ts'] },
  { target: './src/kchat', from: ['./src', './commands'], except: ['./kchat', './ports', './errors.ts'] },
  { target: './src/infomaniak', from: ['./src', './commands'], except: ['./infomaniak', './ports', './errors.ts'] },
  { target: './src', from: './sandbox' },
  { target: './commands', from: './sandbox' },
];

export default tseslint.config(
  { ignores: ['node_modules', 'coverage', 'dist', 'data'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js'] })] },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': [
        'error',
        // A layer is a folder or files beneath these roots; entry points (app.ts, main.ts) are nobody's import.
        {
          zones: layers.map((zone) => ({
            ...zone,
            message: 'This import points back up the flow (docs/architecture.md).',
          })),
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' },
      ],
      'max-lines': ['error', 300],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
    },
  },
  { files: ['src/config.ts', 'sandbox/**', 'test/**', '*.config.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['sandbox/web/**/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        window: 'readonly',
        fetch: 'readonly',
        location: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        localStorage: 'readonly',
        history: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        EventSource: 'readonly',
        console: 'readonly',
        navigator: 'readonly',
        requestAnimationFrame: 'readonly',
        FormData: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
);
