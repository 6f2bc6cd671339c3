// What the file of a production is called.

const SCRIPT_ENDING = /\.(?:fountain|spmd|txt|md)$/i;

/** @param script the script's file name, without folder; the production of `diner.fountain` is `diner.production.json`, beside it */
export function productionFileName(script: string): string {
  return `${script.replace(SCRIPT_ENDING, '')}.production.json`;
}
