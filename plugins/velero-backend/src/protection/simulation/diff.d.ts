/** The part of `diff` (v5, which brings no types) that is used. */
declare module 'diff' {
  /** A unified diff of two texts. */
  export function createTwoFilesPatch(
    oldFileName: string,
    newFileName: string,
    oldText: string,
    newText: string,
    oldHeader?: string,
    newHeader?: string,
  ): string;
}
