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

  it('is over a second after the last who asked', () => {
    const pace = new Pace();
    pace.giveWay(10_000);
    pace.giveWay(10_500);
    pace.began(11_450);
    expect(pace.waitMs(11_450)).toBe(50);
    expect(pace.waitMs(11_500)).toBe(0);
  });
});
