const units = ['bytes', 'KB', 'MB'];

/** 940 bytes, 12 KB, 3.4 MB. */
export function sizeInWords(bytes) {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 ? 1 : 0;
  return `${size.toFixed(digits).replace(/\.0$/, '')} ${units[unit]}`;
}
