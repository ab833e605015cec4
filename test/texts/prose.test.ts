import { describe, expect, it } from 'vitest';
import { prose } from '../../src/texts/prose.ts';

describe('a text that nobody has checked', () => {
  it('keeps its paragraphs', () => {
    expect(prose('Hello Jane,\n\n\n\nwelcome.\r\nBye', [])).toBe('Hello Jane,\n\nwelcome.\nBye');
  });

  it('notifies nobody and formats nothing', () => {
    expect(prose('@channel **now**', [])).toBe('@\u200bchannel \\*\\*now\\*\\*');
  });

  it('links nowhere but to the channels that are known', () => {
    expect(prose('[here](https://evil.test) ~marketing ~secret', ['~marketing'])).toBe(
      '\\[here\\]\\(https:\u200b//evil.test\\) ~marketing \\~secret',
    );
  });

  it('links a channel only where its whole name stands alone', () => {
    expect(prose('~town-square, item~town-square ~town-square-2 ~Town-square', ['~town-square'])).toBe(
      '~town-square, item\\~town\\-square \\~town\\-square\\-2 \\~Town\\-square',
    );
  });

  it('links a channel behind a colon, and strikes out nothing between two of them', () => {
    expect(prose('Join:~town-square x\nand:~town-square y', ['~town-square'])).toBe(
      'Join:~town-square x\nand:~town-square y',
    );
    expect(prose('Join:~secret', ['~town-square'])).toBe('Join:\u200b\\~secret');
  });

  it('is not cut', () => {
    expect(prose('a'.repeat(1_000), [])).toHaveLength(1_000);
  });
});
