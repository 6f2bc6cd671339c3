// Reads a .vsix (a zip) without a package for it: names and contents, by the format's own directory at its end.
import fs from 'node:fs';
import zlib from 'node:zlib';

/** @returns {Map<string, () => Buffer>} name -> its bytes, read when asked for */
export function readZip(file) {
  const bytes = fs.readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) {
    throw new Error(`${file} is no zip`);
  }
  const entries = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [compressed, nameLength, extraLength, commentLength, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const stored = bytes.readUInt16LE(at + 10) === 0;
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), () => {
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(from, from + compressed);
      return stored ? data : zlib.inflateRawSync(data);
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
