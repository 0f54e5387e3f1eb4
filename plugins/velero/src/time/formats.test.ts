import { formatsOf } from './formats';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatsOf', () => {
  it('makes them once for a language', () => {
    expect(formatsOf('en', ['en-GB'])).toBe(formatsOf('en', ['en-GB']));
    expect(formatsOf('en', ['en-GB'])).not.toBe(formatsOf('en', ['en-US']));
  });

  it.each([
    [0, 'now', 'agora'],
    [-9 * SECOND, 'now', 'agora'],
    [-45 * SECOND, '40 seconds ago', 'há 40 segundos'],
    [-59 * MINUTE, '59 minutes ago', 'há 59 minutos'],
    [-23 * HOUR, '23 hours ago', 'há 23 horas'],
    [-1 * DAY, '1 day ago', 'há 1 dia'],
    [2 * HOUR, 'in 2 hours', 'em 2 horas'],
    [-400 * DAY, '400 days ago', 'há 400 dias'],
  ])('writes an age of %d ms', (distance, english, portuguese) => {
    expect(formatsOf('en').age(distance)).toBe(english);
    expect(formatsOf('pt-BR').age(distance)).toBe(portuguese);
  });

  it.each([
    [0, '0 byte', '0 bytes'],
    [999, '999 byte', '999 bytes'],
    [1_500, '1.5 kB', '1,5 kB'],
    [260_300_000, '260.3 MB', '260,3 MB'],
    [7e15, '7,000 TB', '7.000 TB'],
  ])('writes a size of %d bytes', (size, english, portuguese) => {
    expect(formatsOf('en').bytes(size)).toBe(english);
    expect(formatsOf('pt-BR').bytes(size)).toBe(portuguese);
  });

  it.each([
    [30 * SECOND, '0 minutes', '0 minuto'],
    [HOUR, '60 minutes', '60 minutos'],
    [25 * HOUR, '25 hours', '25 horas'],
    [3 * DAY, '3 days', '3 dias'],
  ])('writes a length of %d ms', (length, english, portuguese) => {
    expect(formatsOf('en').duration(length)).toBe(english);
    expect(formatsOf('pt-BR').duration(length)).toBe(portuguese);
  });

  it('prefers the reader’s variant of the app’s language', () => {
    const time = new Date('2026-03-12T17:02:11Z');
    expect(formatsOf('en', ['pt-BR', 'en-GB']).dateTime(time)).toMatch(
      /^12 Mar 2026/,
    );
    expect(formatsOf('en', ['pt-BR']).dateTime(time)).toMatch(/^Mar 12, 2026/);
    expect(formatsOf('pt-BR', ['en-GB']).dateTime(time)).toMatch(
      /12 de mar. de 2026/,
    );
  });
});
