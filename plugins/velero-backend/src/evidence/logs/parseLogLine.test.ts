import { parseLogLine } from './parseLogLine';

describe('parseLogLine', () => {
  it("reads logrus' text", () => {
    expect(
      parseLogLine(
        'time="2026-01-01T02:00:01Z" level=warning msg="Said \\"no\\"\\nagain" backup=velero/daily logSource="pkg/backup/backup.go:1" name=web namespace=ws-shop error.message="a=b"',
      ),
    ).toEqual({
      at: '2026-01-01T02:00:01.000Z',
      level: 'warning',
      message: 'Said "no"\nagain',
      fields: { name: 'web', namespace: 'ws-shop', 'error.message': 'a=b' },
    });
  });

  it('reads JSON', () => {
    expect(
      parseLogLine(
        '{"level":"error","msg":"broken","time":"2026-01-01T02:00:01Z","namespace":"ws-shop","n":1}',
      ),
    ).toEqual({
      at: '2026-01-01T02:00:01.000Z',
      level: 'error',
      message: 'broken',
      fields: { namespace: 'ws-shop' },
    });
  });

  it.each(['plain words', '{"half": ', '', 'msg'])(
    'takes %j for a message',
    line => {
      expect(parseLogLine(line)).toEqual({ message: line, fields: {} });
    },
  );

  it('is not impressed by hostile fields', () => {
    const line = parseLogLine(
      'msg=x __proto__=y constructor=z level=__proto__',
    );
    expect(line.fields.constructor).toBe('z');
    expect(line.level).toBeUndefined();
  });
});
