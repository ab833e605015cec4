import { readProjectFile } from './project-files.ts';

export interface Instruction {
  name: string;
  words: string;
}

/** The instructions of the Dockerfile, in its order, without comments and line breaks. */
export async function readDockerfile(): Promise<Instruction[]> {
  const text = (await readProjectFile('Dockerfile')).replace(/^#.*\n/gm, '').replace(/\\\n\s*/g, '');
  return [...text.matchAll(/^([A-Z]+) (.+)$/gm)].map(([, name = '', words = '']) => ({ name, words }));
}

/** What the last stage says; only this becomes the image. */
export function lastStage(instructions: readonly Instruction[]): Instruction[] {
  return instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
}

/** The files and folders that an instruction takes out of the project. */
export function copiedFiles(instructions: readonly Instruction[]): string[] {
  return instructions
    .filter(({ name, words }) => name === 'COPY' && !words.startsWith('--from'))
    .flatMap(({ words }) => words.split(' ').slice(0, -1));
}

/** The only one of its kind. */
export function theOne(instructions: readonly Instruction[], wanted: string): string {
  const [first, ...others] = instructions.filter(({ name }) => name === wanted);
  if (!first || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} times ${wanted}, not once`);
  return first.words;
}
