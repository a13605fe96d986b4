/** A style sheet, which comes into the script as its text. */
declare module '*.css' {
  const text: string;
  export default text;
}
