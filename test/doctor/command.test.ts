import { describe, expect, it } from 'vitest';
import { openClinic, type Clinic } from './clinic.ts';

const commandOf = ({ sandbox }: Clinic) => {
  const [command] = sandbox.world.kchat.commands.values();
  if (!command) throw new Error('There is no command');
  return command;
};

const asAdmin = ({ sandbox }: Clinic) => ({ KCHAT_ADMIN_TOKEN: sandbox.tokens.admin });

describe('the doctor and the slash command', () => {
  it('follows the command’s address with an administrator’s token', async () => {
    const clinic = await openClinic();
    const found = await clinic.finding('command', asAdmin(clinic));
    expect(found).toMatchObject({
      status: 'ok',
      message: `/kinvite leads to ${clinic.environment.PUBLIC_URL ?? ''}/kchat/command.`,
    });
  });

  it('says that the bot alone can’t see where it leads', async () => {
    const { finding } = await openClinic();
    const found = await finding('command');
    expect(found).toMatchObject({ status: 'warning', remedy: expect.stringContaining('KCHAT_ADMIN_TOKEN') as string });
  });

  it('notices a missing command, with either token', async () => {
    const clinic = await openClinic();
    clinic.sandbox.world.kchat.commands.clear();
    for (const changes of [{}, asAdmin(clinic)]) {
      const found = await clinic.finding('command', changes);
      expect(found).toMatchObject({ status: 'failure', remedy: expect.stringContaining('npm run register') as string });
    }
  });

  it('notices a command that leads to where the bot no longer is', async () => {
    const clinic = await openClinic();
    commandOf(clinic).url = 'https://old.acme.ch/kchat/command';
    const found = await clinic.finding('command', asAdmin(clinic));
    expect(found).toMatchObject({
      status: 'failure',
      message: expect.stringContaining('/kinvite leads to https://old.acme.ch/kchat/command and not to') as string,
    });
    expect(found.remedy).toContain('npm run register');
  });

  it('notices a command whose token was changed in kChat', async () => {
    const clinic = await openClinic();
    commandOf(clinic).token = 'regenerated';
    const found = await clinic.finding('command', asAdmin(clinic));
    expect(found).toMatchObject({ status: 'failure', message: expect.stringContaining('is not known here') as string });
  });

  it('names an administrator’s token that may not read commands', async () => {
    const clinic = await openClinic();
    const found = await clinic.finding('command', { KCHAT_ADMIN_TOKEN: clinic.sandbox.tokens.member });
    expect(found).toMatchObject({ status: 'failure', message: expect.stringContaining('KCHAT_ADMIN_TOKEN') as string });
  });

  it('says that without any command token every command would be refused', async () => {
    const clinic = await openClinic();
    const bot = [...clinic.sandbox.world.kchat.people.values()].find(({ username }) => username === 'euria-welcome');
    clinic.sandbox.world.kchat.tokens.set('by-hand', bot?.id ?? '');
    const found = await clinic.finding('command', {
      DATABASE_URL: `${clinic.environment.DATABASE_URL ?? ''}-new`,
      KCHAT_BOT_TOKEN: 'by-hand',
    });
    expect(found).toMatchObject({
      status: 'failure',
      remedy: expect.stringContaining('KCHAT_COMMAND_TOKENS') as string,
    });
  });
});
