// The types of linebreak, which brings none of its own.
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    /** The next place where a line may or must break, or null at the end. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
  export { LineBreaker as default };
}
