import { Pace } from './Pace';

describe('Pace', () => {
  it('lets as many begin as there is room for, while nobody asks', () => {
    const pace = new Pace();
    pace.began(10_000);
    expect(pace.waitMs(10_000)).toBe(0);
  });

  it('keeps them apart while somebody asks', () => {
    const pace = new Pace();
    pace.giveWay(10_000);
    expect(pace.waitMs(10_000)).toBe(0);
    pace.began(10_000);
    expect(pace.waitMs(10_050)).toBe(150);
    expect(pace.waitMs(10_200)).toBe(0);
  });

  it('is over a quarter of a second after the last who asked', () => {
    const pace = new Pace();
    pace.giveWay(10_000);
    pace.giveWay(10_150);
    pace.began(10_350);
    expect(pace.waitMs(10_350)).toBe(50);
    expect(pace.waitMs(10_400)).toBe(0);
  });
});
