import en from './en';
import portuguese from './pt-BR';

const placeholders = (message: string) =>
  [...message.matchAll(/{{\s*(\w+)[^}]*}}/g)].map(([, name]) => name).sort();

describe('translations', () => {
  it('are complete, and nothing is left over', () => {
    expect(Object.keys(portuguese).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries(en))('keep the placeholders of %s', (key, message) => {
    const translated = portuguese[key as keyof typeof en];
    expect(translated.trim()).not.toBe('');
    expect(placeholders(translated)).toEqual(placeholders(message));
  });

  it.each(Object.keys(en).filter(key => key.endsWith('_one')))(
    'have a plural to %s',
    key => {
      expect(en).toHaveProperty([key.replace(/_one$/, '_other')]);
    },
  );
});
