import { access, readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { environmentSchema } from '../../src/config.ts';
import { manifestSchema } from '../../src/kchat/registration/manifest.ts';
import { startProgram } from '../support/bot-process.ts';
import { projectFile, readProjectFile } from './project-files.ts';

const pages = (await readdir(projectFile('docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
const guides = await Promise.all(
  ['README.md', ...pages].map(async (path) => ({ path, text: await readProjectFile(path) })),
);
const setUp = guides.filter(({ path }) => /connecting|running/.test(path));
const all = setUp.map(({ text }) => text).join('\n');

function named(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, first = '']) => first))];
}

describe('the guides', () => {
  test.each(setUp)('$path names only variables that are read', ({ text }) => {
    const names = named(text, /\b([A-Z]+(?:_[A-Z]+)+)\b/g);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !(name.replace(/_FILE$/, '') in environmentSchema.shape))).toEqual([]);
  });

  test('explain how to fill in every variable that .env.example leaves open', async () => {
    const open = named(await readProjectFile('.env.example'), /^([A-Z_]+)=/gm);
    expect(open).toContain('KCHAT_URL');
    const { text } = setUp.find(({ path }) => path.endsWith('connecting.md')) ?? { text: '' };
    for (const name of open) expect(text).toContain(`| \`${name}\``);
  });

  test.each(guides)('$path names only scripts that exist', async ({ text }) => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readProjectFile('package.json')));
    for (const script of named(text, /npm (?:run )?((?<=run )[\w:-]+|start|test)\b/g)) {
      expect(Object.keys(scripts)).toContain(script);
    }
  });

  test('name only subcommands that the program knows', async () => {
    const program = startProgram([], {});
    await program.exited;
    const known = named(program.output().replace('Usage: kchat-invite', ''), /(\w+)/g);
    const used = named(all, /src\/main\.ts (\w+)/g);
    expect(used).toEqual(expect.arrayContaining(['register', 'doctor']));
    expect(known).toEqual(expect.arrayContaining(used));
  });

  test.each(guides)('$path links to files that exist', async ({ path, text }) => {
    for (const link of named(text, /\]\(([^)#\s]+)[^)]*\)/g).filter((one) => !one.startsWith('https:'))) {
      await access(new URL(link, projectFile(path)));
    }
  });

  test.each(guides)('$path links to headings that exist', async ({ path, text }) => {
    for (const link of named(text, /\]\((?!https:)([^)\s]*#[^)\s]+)\)/g)) {
      const [file = '', heading = ''] = link.split('#');
      const target = file === '' ? text : await readProjectFile(new URL(file, `file:///${path}`).pathname.slice(1));
      expect(named(target, /^#+ (.+)$/gm).map(anchor), link).toContain(heading);
    }
  });

  test('speak of lines that the doctor writes', async () => {
    const examine = await readProjectFile('src/doctor/examine.ts');
    const lines = ['configuration', 'public-url', 'serving', 'bot-token', 'team', 'notice-channels'];
    for (const line of [...lines, 'administrators', 'addresses', 'ephemeral-posts', 'guests', 'command']) {
      expect(all).toContain(`\`${line}\``);
      expect(examine).toContain(`check('${line}'`);
    }
  });

  test('say for the bot and the command what registering would do', async () => {
    const { bot, commands } = manifestSchema.parse(JSON.parse(await readProjectFile('manifest.json')));
    const page = setUp.find(({ path }) => path.endsWith('connecting-kchat.md'))?.text ?? '';
    for (const value of [bot.username, bot.displayName, bot.description]) expect(page).toContain(`| \`${value}\``);
    for (const command of commands) {
      for (const value of [command.displayName, command.description, command.trigger]) {
        expect(page).toContain(`| \`${value}\``);
      }
      for (const value of [...command.fallbackTriggers, command.path]) expect(page).toContain(`\`${value}\``);
    }
  });
});

/** As code hosts make it of a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}
