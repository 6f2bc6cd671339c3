// Lengths as the trade writes them.

const EIGHTHS = 8;

/** Eighths as the trade writes them: "2 3/8", "1/8", "3". */
export function formatEighths(eighths: number): string {
  const pages = Math.floor(eighths / EIGHTHS);
  const rest = eighths % EIGHTHS;
  if (rest === 0) {
    return String(pages);
  }
  return pages === 0 ? `${rest}/8` : `${pages} ${rest}/8`;
}

/** Minutes and seconds, with hours where there are any: "1:52", "1:02:30". */
export function formatDuration(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
