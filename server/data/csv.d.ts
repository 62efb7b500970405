/** A table, imported as its text. */
declare module "*.csv" {
  const text: string;
  export default text;
}
